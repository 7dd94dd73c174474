package org.halles.marketplace.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.DomainEvent.MessageWritten;
import org.halles.marketplace.shared.DomainEvent.OrderAuthorised;
import org.halles.marketplace.shared.DomainEvent.OrderHeld;
import org.halles.marketplace.shared.DomainEvent.OrderPaid;
import org.halles.marketplace.shared.DomainEvent.PayoutFailed;
import org.halles.marketplace.shared.DomainEvent.VendorPart;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.RoundTrips;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIsToldTest {

  private static final String NOWHERE = "https://93.184.216.34/hook";
  private static final UUID MARKET = Mailbag.MARKET;

  @TempDir Path folder;
  private Hall hall;
  private UUID ada;
  private UUID bea;

  @BeforeEach
  void open() {
    hall = new Hall(folder, null);
    ada = hall.vendor();
    bea = hall.vendor();
  }

  @Test
  void a_vendor_hears_of_its_own_part_and_the_market_of_the_whole() {
    MadeSubscription market = hall.subscribed(MARKET, NOWHERE, "order.placed", "order.paid");
    MadeSubscription adas = hall.subscribed(ada, NOWHERE, "order.paid");
    MadeSubscription beas = hall.subscribed(bea, NOWHERE, "order.paid");

    hall.happens(paid("H-1", ada, bea));

    assertThat(bodies(adas)).singleElement().asString().contains("H-1-1").doesNotContain("H-1-2");
    assertThat(bodies(beas)).singleElement().asString().contains("H-1-2").doesNotContain("H-1-1");
    assertThat(bodies(market)).hasSize(2);
    assertThat(types(market)).containsExactly("order.paid", "order.placed");
    assertThat(bodies(market).get(0))
        .contains("\"orderGroup\":\"H-1\"", "H-1-1", "H-1-2", "/api/v1/order-groups/H-1");
  }

  @Test
  void nothing_about_the_buyer_is_told() {
    MadeSubscription market = hall.subscribed(MARKET, NOWHERE, "order.paid");
    MadeSubscription adas = hall.subscribed(ada, NOWHERE, "order.paid");

    hall.happens(paid("H-2", ada));

    assertThat(bodies(market).get(0) + bodies(adas).get(0)).doesNotContain("lea@", "accessKey");
    assertThat(Json.readData(bodies(adas).get(0)))
        .containsOnlyKeys("type", "timestamp", "version", "data")
        .containsEntry("type", "order.paid")
        .containsEntry("version", 1);
  }

  @Test
  void an_event_that_the_outbox_tells_twice_is_told_once_and_so_is_a_placing() {
    MadeSubscription market = hall.subscribed(MARKET, NOWHERE, "order.placed", "order.held");
    OrderPaid paid = paid("H-3", ada);

    hall.happens(new OrderHeld(paid.orderGroupId(), "H-3", euros(20), hall.now()));
    hall.happens(paid);
    hall.happens(paid);

    assertThat(types(market)).containsExactly("order.held", "order.placed");
  }

  @Test
  void vendors_hear_of_an_order_whose_money_is_held_and_of_its_end() {
    MadeSubscription market =
        hall.subscribed(MARKET, NOWHERE, "order.placed", "order.authorised", "order.paid");
    MadeSubscription adas = hall.subscribed(ada, NOWHERE, "order.authorised", "order.paid");
    MadeSubscription beas = hall.subscribed(bea, NOWHERE, "order.authorised");
    OrderPaid paid = paid("H-7", ada, bea);

    hall.happens(held(paid));

    assertThat(types(market)).containsExactly("order.authorised", "order.placed");
    assertThat(bodies(adas))
        .singleElement()
        .asString()
        .contains("order.authorised", "H-7-1", "1200", "until", "/vendor/orders/H-7-1")
        .doesNotContain("H-7-2", "lea@");
    assertThat(bodies(beas)).singleElement().asString().contains("H-7-2").doesNotContain("H-7-1");

    hall.happens(held(paid), paid);

    assertThat(types(adas)).containsExactlyInAnyOrder("order.authorised", "order.paid");
    assertThat(types(market))
        .containsExactlyInAnyOrder("order.authorised", "order.placed", "order.paid");
  }

  @Test
  void only_what_was_subscribed_is_told_and_nothing_while_it_is_off() {
    MadeSubscription adas = hall.subscribed(ada, NOWHERE, "payout.failed");
    hall.happens(paid("H-4", ada));
    assertThat(types(adas)).isEmpty();

    PayoutFailed failed =
        new PayoutFailed(UUID.randomUUID(), ada, "P-1", euros(5), "account-closed", hall.now());
    hall.happens(failed);
    assertThat(bodies(adas)).singleElement().asString().contains("account-closed", "500");

    SubscriptionInput off =
        new SubscriptionInput(NOWHERE, null, List.of("payout.failed"), false, 1);
    hall.doing(() -> hall.subscriptions.change(ada, adas.subscription().id(), null, off));
    hall.happens(new PayoutFailed(UUID.randomUUID(), ada, "P-2", euros(5), "closed", hall.now()));
    assertThat(types(adas)).hasSize(1);
  }

  @Test
  void nobody_is_told_of_their_own_words() {
    MadeSubscription market = hall.subscribed(MARKET, NOWHERE, "message.received");
    MadeSubscription adas = hall.subscribed(ada, NOWHERE, "message.received");

    hall.happens(message("VENDOR"), message("OPERATOR"), message("BUYER"));

    assertThat(authors(adas)).containsExactly("BUYER", "OPERATOR");
    assertThat(authors(market)).containsExactly("BUYER", "VENDOR");
  }

  @Test
  void what_happened_long_ago_is_no_news() {
    MadeSubscription market = hall.subscribed(MARKET, NOWHERE, "order.paid");
    OrderPaid old = paid("H-5", ada);
    hall.turn(Duration.ofDays(8));

    hall.happens(old);

    assertThat(types(market)).isEmpty();
  }

  @Test
  void a_marketplace_without_webhooks_pays_one_statement_a_batch() {
    DomainEvent[] batch = new DomainEvent[50];
    for (int i = 0; i < batch.length; i++) {
      batch[i] = paid("H-6" + i, ada, bea);
    }

    RoundTrips.start();
    hall.happens(batch);
    int statements = RoundTrips.statements();
    RoundTrips.stop();

    assertThat(statements).isEqualTo(1);
  }

  private List<String> bodies(MadeSubscription made) {
    return hall.deliveries(made).stream().map(one -> hall.detail(made, one).body()).toList();
  }

  private List<String> types(MadeSubscription made) {
    return hall.deliveries(made).stream().map(DeliveryView::type).toList();
  }

  private List<String> authors(MadeSubscription made) {
    return bodies(made).stream()
        .map(body -> body.replaceAll(".*\"author\":\"(\\w+)\".*", "$1"))
        .toList();
  }

  private MessageWritten message(String author) {
    UUID id = UUID.randomUUID();
    return new MessageWritten(id, id, ada, "H-9-1", id, author, hall.now());
  }

  private OrderAuthorised held(OrderPaid like) {
    return new OrderAuthorised(
        like.orderGroupId(),
        like.number(),
        like.email(),
        like.language(),
        like.total(),
        like.parts(),
        hall.now().plus(Duration.ofDays(7)),
        hall.now());
  }

  private OrderPaid paid(String number, UUID... vendors) {
    List<VendorPart> parts = new ArrayList<>();
    for (UUID vendor : vendors) {
      String part = number + "-" + (parts.size() + 1);
      parts.add(new VendorPart(UUID.randomUUID(), vendor, part, euros(10), euros(12)));
    }
    return new OrderPaid(
        UUID.randomUUID(), number, "lea@courrier.example", "fr", euros(20), parts, hall.now());
  }

  private static Money euros(long amount) {
    return Money.of(amount * 100, CurrencyCode.of("EUR"));
  }
}
