package org.halles.marketplace.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.marketplace.dispute.Answering;
import org.halles.marketplace.dispute.Complaining;
import org.halles.marketplace.dispute.Complaint;
import org.halles.marketplace.dispute.DisputeView;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.Money;

/** Two buyers of the demo are not content: one waits for the stall, one for the market. */
@ApplicationScoped
class DemoDisputes {

  /** A delivered order that may be complained about. */
  private record Delivered(String number, String key, String part, String language, Money total) {}

  private static final String NEWEST_DELIVERED =
      """
      select g.number, g.access_key, g.language, o.number as part, o.currency, o.total_minor
        from vendor_order o join order_group g on g.id = o.order_group_id
       where o.vendor_id = ? and o.status = 'DELIVERED'
         and not exists (select 1 from dispute_part p where p.vendor_order_id = o.id)
       order by o.placed_at desc, o.id desc limit 1
      """;

  private static final Map<String, List<String>> WORDS =
      Map.of(
          "fr",
          List.of(
              "Le colis est arrivé ouvert et il y manque un article. L’étiquette est intacte.",
              "La couleur n’est pas celle de la photo : je l’attendais plus claire.",
              "La photo est prise à la lumière du jour. Je propose un échange ou un geste."),
          "en",
          List.of(
              "The parcel came open and one article is missing. Its label is whole.",
              "The colour is not that of the picture: I expected it lighter.",
              "The picture was taken in daylight. I offer an exchange or a part of the price."));

  private Complaining complaining;
  private Answering answering;
  private Database database;
  private DemoClock clock;

  protected DemoDisputes() {}

  @Inject
  DemoDisputes(Complaining complaining, Answering answering, Database database, DemoClock clock) {
    this.complaining = complaining;
    this.answering = answering;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Nothing if something is disputed already.
   *
   * @param asked the stall that has not answered yet
   * @param answered the stall that has
   */
  void arise(VendorScope asked, VendorScope answered, Instant now) {
    if (database.find("select 1 from dispute limit 1", row -> true).isPresent()) {
      return;
    }
    Instant yesterday = now.minus(Duration.ofDays(1));
    newest(asked).ifPresent(order -> complain(order, "incomplete", 0, yesterday));
    newest(answered)
        .ifPresent(
            order -> {
              DisputeView dispute = complain(order, "not-as-described", 1, yesterday);
              clock.live(
                  yesterday.plus(Duration.ofHours(5)),
                  Caller.SYSTEM,
                  () -> answering.answer(answered, dispute.id(), words(order, 2), List.of()));
            });
  }

  /** About half of the order, but for the last cent. */
  private DisputeView complain(Delivered order, String reason, int words, Instant at) {
    DisputeView[] opened = new DisputeView[1];
    Money half = Money.of(order.total().minor() / 2, order.total().currency());
    clock.live(
        at,
        Caller.GUEST,
        () ->
            opened[0] =
                complaining.open(
                    order.number(),
                    order.key(),
                    order.part(),
                    new Complaint(reason, words(order, words), half, List.of())));
    return opened[0];
  }

  private static String words(Delivered order, int which) {
    return WORDS.getOrDefault(order.language(), WORDS.get("en")).get(which);
  }

  private Optional<Delivered> newest(VendorScope vendor) {
    return database.find(
        NEWEST_DELIVERED,
        row ->
            new Delivered(
                row.text("number"),
                row.text("access_key"),
                row.text("part"),
                row.text("language"),
                row.money("total_minor")),
        vendor.vendorId());
  }
}
