package org.halles.marketplace.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.returns.Receiving;
import org.halles.marketplace.returns.ReturnRequest;
import org.halles.marketplace.returns.ReturnView;
import org.halles.marketplace.returns.Rights;
import org.halles.marketplace.returns.SendingBack;
import org.halles.marketplace.returns.Units;
import org.halles.marketplace.returns.Withdrawing;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.VendorScope;

/**
 * Goods of the demo that go back: one just asked for, one on its way, one paid back, one withdrawn.
 */
@ApplicationScoped
class DemoReturns {

  /** A delivered order that nothing of goes back yet. */
  private record Delivered(String number, String key, String part, String language, String name) {}

  private static final String NEWEST_DELIVERED =
      """
      select g.number, g.access_key, g.language, g.name, o.number as part
        from vendor_order o join order_group g on g.id = o.order_group_id
       where o.vendor_id = ? and o.status = 'DELIVERED'
         and o.delivered_at > ? and o.delivered_at < ?
         and g.refund_status = 'NONE'
         and not exists (select 1 from dispute_part p where p.vendor_order_id = o.id)
         and not exists (select 1 from goods_return b where b.vendor_order_id = o.id)
       order by o.placed_at desc, o.id desc limit 4
      """;

  /** What buyers say, by reason. */
  private static final Map<String, Texts> WORDS =
      Map.of(
          "changed-mind",
          Texts.of(
              "L’article est plus petit que je ne le pensais.",
              "The article is smaller than I thought."),
          "not-as-described",
          Texts.of(
              "Le bois est bien plus foncé que sur les photos.",
              "The wood is much darker than in the pictures."),
          "wrong",
          Texts.of(
              "J’ai reçu un autre article que celui que j’avais commandé.",
              "I received another article than the one I ordered."));

  private SendingBack sending;
  private Withdrawing withdrawing;
  private Receiving receiving;
  private Database database;
  private DemoClock clock;

  protected DemoReturns() {}

  @Inject
  DemoReturns(
      SendingBack sending,
      Withdrawing withdrawing,
      Receiving receiving,
      Database database,
      DemoClock clock) {
    this.sending = sending;
    this.withdrawing = withdrawing;
    this.receiving = receiving;
    this.database = database;
    this.clock = clock;
  }

  /** As far as this stall delivered enough of late; nothing if something goes back already. */
  void happen(VendorScope stall, Instant now) {
    if (database.find("select 1 from goods_return limit 1", row -> true).isPresent()) {
      return;
    }
    Instant yesterday = now.minus(Duration.ofDays(1));
    List<Delivered> orders = newest(stall, now.minus(Duration.ofDays(12)), yesterday);
    for (int index = 0; index < orders.size(); index++) {
      Delivered order = orders.get(index);
      switch (index) {
        case 0 -> ask(order, "changed-mind", yesterday);
        case 1 -> onItsWay(stall, order, yesterday);
        case 2 -> paidBack(stall, order, yesterday);
        default -> withdraw(order, yesterday);
      }
    }
  }

  private UUID ask(Delivered order, String reason, Instant at) {
    UUID[] asked = new UUID[1];
    String words = WORDS.get(reason).in(order.language());
    clock.live(
        at,
        Caller.GUEST,
        () -> {
          ReturnView view =
              sending.ask(
                  order.number(),
                  order.key(),
                  order.part(),
                  new ReturnRequest(reason, words, one(order), List.of()));
          asked[0] = view.id();
        });
    return asked[0];
  }

  private void onItsWay(VendorScope stall, Delivered order, Instant at) {
    UUID asked = ask(order, "not-as-described", at);
    clock.live(
        at.plus(Duration.ofHours(3)),
        Caller.SYSTEM,
        () -> receiving.accept(stall, asked, null, null, null));
    clock.live(
        at.plus(Duration.ofHours(8)),
        Caller.GUEST,
        () -> sending.sent(order.number(), order.key(), asked, "Colissimo", "8R00412345678"));
  }

  private void paidBack(VendorScope stall, Delivered order, Instant at) {
    UUID asked = ask(order, "wrong", at);
    clock.live(
        at.plus(Duration.ofHours(2)),
        Caller.SYSTEM,
        () -> receiving.refundWithoutGoods(stall, asked, null));
  }

  private void withdraw(Delivered order, Instant at) {
    clock.live(
        at,
        Caller.GUEST,
        () ->
            withdrawing.declare(
                order.number(), order.key(), order.part(), one(order), order.name()));
  }

  /** One unit of the first line that may go back. */
  private List<Units> one(Delivered order) {
    return sending.rights(order.number(), order.key()).stream()
        .filter(rights -> rights.vendorOrder().equals(order.part()))
        .flatMap(rights -> rights.lines().stream())
        .filter(line -> line.returnable() > 0)
        .map(Rights.Line::line)
        .findFirst()
        .map(line -> List.of(new Units(line, 1)))
        .orElse(List.of());
  }

  private List<Delivered> newest(VendorScope stall, Instant since, Instant until) {
    return database.list(
        NEWEST_DELIVERED,
        row ->
            new Delivered(
                row.text("number"),
                row.text("access_key"),
                row.text("part"),
                row.text("language"),
                row.text("name")),
        stall.vendorId(),
        since,
        until);
  }
}
