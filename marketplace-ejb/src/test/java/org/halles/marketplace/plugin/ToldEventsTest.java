package org.halles.marketplace.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.DomainEvent.AuthorisationLapsed;
import org.halles.marketplace.shared.DomainEvent.OrderAuthorised;
import org.halles.marketplace.shared.DomainEvent.OrderExpired;
import org.halles.marketplace.shared.DomainEvent.VendorPart;
import org.halles.spi.Money;
import org.halles.spi.PluginEvent;
import org.junit.jupiter.api.Test;

/** A bowl and a loaf of two vendors; their money is held and taken when the first of them ships. */
class ToldEventsTest {

  private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
  private static final Instant A_WEEK_LATER = NOON.plus(Duration.ofDays(7));

  private final UUID order = UUID.randomUUID();
  private final List<VendorPart> parts = List.of(part("H-1-1", 2400), part("H-1-2", 900));

  @Test
  void aHeldOrderIsToldWhenItsVendorsMayBegin() {
    List<PluginEvent> told =
        ToldEvents.of(
            new OrderAuthorised(
                order, "H-1", "lea@shop.example", "fr", eur(3300), parts, A_WEEK_LATER, NOON));

    assertThat(told)
        .singleElement()
        .isInstanceOfSatisfying(
            PluginEvent.OrderAuthorised.class,
            held -> {
              assertThat(held.until()).isEqualTo(A_WEEK_LATER);
              assertThat(held.total()).isEqualTo(eur(3300));
              assertThat(held.parts())
                  .extracting(PluginEvent.Part::orderNumber)
                  .containsExactly("H-1-1", "H-1-2");
            });
    assertThat(told.toString()).doesNotContain("lea@");
  }

  @Test
  void aHoldThatLapsesIsACancellationOfEachPart() {
    List<PluginEvent> told =
        ToldEvents.of(new AuthorisationLapsed(order, "H-1", parts, A_WEEK_LATER));

    assertThat(told).extracting(PluginEvent::id).doesNotHaveDuplicates().hasSize(2);
    assertThat(told)
        .extracting(one -> ((PluginEvent.OrderCancelled) one).orderNumber())
        .containsExactly("H-1-1", "H-1-2");
  }

  @Test
  void whatIsNoneOfTheirBusinessIsNotTold() {
    assertThat(ToldEvents.of(new OrderExpired(order, "H-1", NOON))).isEmpty();
  }

  private static VendorPart part(String number, long total) {
    return new VendorPart(UUID.randomUUID(), UUID.randomUUID(), number, eur(total), eur(total));
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
