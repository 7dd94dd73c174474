package org.halles.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.halles.spi.MarketplaceObserver;
import org.halles.spi.Money;
import org.halles.spi.PluginEvent;
import org.junit.jupiter.api.Test;

/**
 * What Halles relies on in an observer: it takes every kind of event, twice and in any order,
 * within five seconds. Extend it in the plugin's tests.
 */
public abstract class MarketplaceObserverContract {

  private static final Instant AT = Instant.parse("2027-03-01T12:00:00Z");
  private static final Money PRICE = Money.of(1_250, "EUR");

  /** One of each kind. */
  private static final List<PluginEvent> EVENTS =
      List.of(
          new PluginEvent.OrderPaid(
              "order-paid:1",
              "H-1",
              PRICE,
              List.of(new PluginEvent.Part("v1", "H-1-1", PRICE, PRICE)),
              AT),
          new PluginEvent.OrderAuthorised(
              "order-authorised:1",
              "H-1",
              PRICE,
              List.of(new PluginEvent.Part("v1", "H-1-1", PRICE, PRICE)),
              AT.plusSeconds(3_600),
              AT),
          new PluginEvent.ShipmentSent("shipment-sent:1", "H-1-1", null, null, AT),
          new PluginEvent.OrderDelivered("order-delivered:1", "H-1-1", AT),
          new PluginEvent.OrderCancelled("order-cancelled:1", "v1", "H-1-1", "", AT),
          new PluginEvent.BuyerRefunded("buyer-refunded:1", "H-1", PRICE, "", AT),
          new PluginEvent.VendorDecided("vendor-decided:1", "v1", "approved", AT),
          new PluginEvent.ListingReviewed("listing-reviewed:1", "l1", "v1", "APPROVED", AT),
          new PluginEvent.PayoutPaid("payout-paid:1", "v1", PRICE, AT));

  /** The observer that is tried; it must not reach the world outside in a test. */
  protected abstract MarketplaceObserver observer();

  @Test
  void itHasAStableName() {
    String id = observer().id();
    assertFalse(id == null || id.isBlank(), "id() answered '" + id + "': answer a stable name");
  }

  @Test
  void itTakesEveryKindOfEventInTime() {
    MarketplaceObserver observer = observer();
    for (PluginEvent event : EVENTS) {
      assertTimeout(
          Duration.ofSeconds(5),
          () -> observer.on(event),
          () -> "it took too long over " + event + ": hand it to a queue of your own");
    }
  }

  @Test
  void itTakesThemTwiceAndBackwards() {
    MarketplaceObserver observer = observer();
    EVENTS.forEach(observer::on);
    for (int index = EVENTS.size() - 1; index >= 0; index--) {
      observer.on(EVENTS.get(index));
    }
  }
}
