package org.halles.marketplace.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.halles.marketplace.cart.Carts;
import org.halles.marketplace.cart.DeliveryInput;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.CheckoutRequest;
import org.halles.marketplace.download.Opening;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.Handover;
import org.halles.marketplace.order.Performance;
import org.halles.marketplace.order.ShipRequest;
import org.halles.marketplace.order.ShipmentView;
import org.halles.marketplace.order.VendorOrderFilter;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.order.VendorOrderSummary;
import org.halles.marketplace.pricing.PricedCart;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.CurrencyCode;

/** Lives through the demo's past: buyers buy, vendors ship, parcels arrive. */
@ApplicationScoped
class DemoHistory {

  private static final String GATEWAY = "sandbox";
  private static final String CARRIER = "Colis du Canal";
  private static final Duration UNTIL_SHIPPED = Duration.ofHours(20);
  private static final Duration ON_THE_WAY = Duration.ofDays(2);
  private static final VendorOrderFilter TRAVELLING =
      new VendorOrderFilter(Set.of(VendorOrderStatus.SHIPPED), null);

  private Carts carts;
  private Checkout checkout;
  private Fulfilment fulfilment;
  private Handover handover;
  private Opening opening;
  private DemoClock clock;

  protected DemoHistory() {}

  @Inject
  DemoHistory(
      Carts carts,
      Checkout checkout,
      Fulfilment fulfilment,
      Handover handover,
      Opening opening,
      DemoClock clock) {
    this.carts = carts;
    this.checkout = checkout;
    this.fulfilment = fulfilment;
    this.handover = handover;
    this.opening = opening;
    this.clock = clock;
  }

  /** A buyer fills a cart and pays, then. */
  void buy(PlannedOrder order, Caller buyer, String currency, Map<String, UUID> offers) {
    clock.live(order.at(), buyer, () -> pay(filled(order, currency, offers)));
  }

  private PricedCart filled(PlannedOrder order, String currency, Map<String, UUID> offers) {
    UUID cart = carts.create(CurrencyCode.of(currency), order.buyer().language()).id();
    for (PlannedOrder.Item item : order.basket()) {
      carts.add(cart, offers.get(item.sku()), item.quantity(), via(order));
    }
    DemoMarket.Buyer to = order.buyer();
    return carts.deliver(
        cart,
        new DeliveryInput(
            to.email(),
            to.name(),
            new DeliveryInput.Address(
                to.line1(), null, to.postalCode(), to.city(), null, to.country())));
  }

  /** On some days somebody comes by a link of the blog. */
  private static String via(PlannedOrder order) {
    return order.day() % 5 == 2 && !order.signedIn() ? DemoAffiliates.CODE : null;
  }

  private void pay(PricedCart cart) {
    checkout.pay(
        new CheckoutRequest(
            cart.id(),
            cart.totals().total(),
            GATEWAY,
            "approved",
            Map.of(),
            "/",
            true,
            Optional.empty()));
  }

  /**
   * A vendor's morning: what left days ago has arrived, what was ordered the day before leaves.
   *
   * @return true if something is left to do on another morning
   */
  boolean work(VendorScope vendor, Instant morning) {
    AtomicInteger left = new AtomicInteger();
    clock.live(
        morning,
        Caller.SYSTEM,
        () -> {
          opening.deliverDue();
          left.addAndGet(arrive(vendor, morning));
          left.addAndGet(ship(vendor, morning));
        });
    return left.get() > 0;
  }

  /** Parcels that leave today still have to arrive, so every order here is something left. */
  private int ship(VendorScope vendor, Instant morning) {
    List<VendorOrderSummary> orders = orders(vendor, VendorOrderFilter.TO_DO);
    for (VendorOrderSummary order : orders) {
      if (order.placedAt().isBefore(morning.minus(UNTIL_SHIPPED))) {
        serve(vendor, order);
      }
    }
    return orders.size();
  }

  /** Goods leave in a parcel, work is done another morning; files open by themselves. */
  private void serve(VendorScope vendor, VendorOrderSummary order) {
    if (order.status() != VendorOrderStatus.PARTLY_SHIPPED && has(vendor, order, "GOODS")) {
      fulfilment.ship(vendor, order.number(), new ShipRequest(null, CARRIER, tracking(order)));
    } else if (has(vendor, order, "SERVICE")) {
      handover.performed(vendor, order.number(), new Performance(null, null));
    }
  }

  private boolean has(VendorScope vendor, VendorOrderSummary order, String kind) {
    return fulfilment.get(vendor, order.number()).order().lines().stream()
        .anyMatch(line -> line.kind().equals(kind));
  }

  private int arrive(VendorScope vendor, Instant morning) {
    int travelling = 0;
    for (VendorOrderSummary order : orders(vendor, TRAVELLING)) {
      boolean mayBeThere =
          order.placedAt().isBefore(morning.minus(UNTIL_SHIPPED).minus(ON_THE_WAY));
      travelling += mayBeThere ? deliver(vendor, order.number(), morning) : 1;
    }
    return travelling;
  }

  private List<VendorOrderSummary> orders(VendorScope vendor, VendorOrderFilter filter) {
    return fulfilment.list(vendor, filter, new Paging(Paging.MOST, null)).items();
  }

  /** How many of the order's parcels are still on their way. */
  private int deliver(VendorScope vendor, String number, Instant morning) {
    int travelling = 0;
    for (ShipmentView parcel : fulfilment.get(vendor, number).order().shipments()) {
      if (parcel.deliveredAt() == null && parcel.shippedAt().isAfter(morning.minus(ON_THE_WAY))) {
        travelling++;
      } else if (parcel.deliveredAt() == null) {
        fulfilment.delivered(vendor, number, parcel.id());
      }
    }
    return travelling;
  }

  /** Looks like a carrier's number and is always the same for an order. */
  private static String tracking(VendorOrderSummary order) {
    return "HL" + Integer.toUnsignedString(order.number().hashCode());
  }
}
