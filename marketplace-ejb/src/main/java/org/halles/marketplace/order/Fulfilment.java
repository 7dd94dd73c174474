package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** A vendor's orders: what to ship, what left, what arrived. */
@ApplicationScoped
public class Fulfilment {

  private VendorOrders orders;
  private OrderReading reading;
  private Splits splits;
  private Dispatch dispatch;
  private Shipping shipping;
  private Clock clock;

  protected Fulfilment() {}

  @Inject
  public Fulfilment(
      VendorOrders orders,
      OrderReading reading,
      Splits splits,
      Dispatch dispatch,
      Shipping shipping,
      Clock clock) {
    this.orders = orders;
    this.reading = reading;
    this.splits = splits;
    this.dispatch = dispatch;
    this.shipping = shipping;
    this.clock = clock;
  }

  /** The vendor's paid orders, newest first. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.ORDERS_READ)
  @Transactional
  public Page<VendorOrderSummary> list(
      VendorScope vendor, VendorOrderFilter filter, Paging paging) {
    return orders.list(vendor.vendorId(), filter, paging);
  }

  /** How many paid orders the vendor has in each status. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.ORDERS_READ)
  @Transactional
  public Map<VendorOrderStatus, Integer> counts(VendorScope vendor) {
    Map<VendorOrderStatus, Integer> counts = new EnumMap<>(VendorOrderStatus.class);
    counts.putAll(orders.counts(vendor.vendorId()));
    return counts;
  }

  /** How many orders wait although the first day promised for their delivery is over. */
  @Needs(Permission.ORDERS_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public int late(VendorScope vendor) {
    return orders.late(vendor.vendorId(), now());
  }

  /**
   * One paid order, with where to ship it and its split.
   *
   * @throws NotFound also if it is another vendor's
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.ORDERS_READ)
  @Transactional
  public VendorOrderDetail get(VendorScope vendor, String number) {
    OrderReading.Head head =
        reading
            .findOfVendor(vendor.vendorId(), number)
            .orElseThrow(() -> new NotFound("order", number));
    OrderGroupView whole = reading.ofVendor(head, number);
    VendorOrderView mine =
        whole.vendorOrders().stream()
            .filter(part -> part.number().equals(number))
            .findFirst()
            .orElseThrow(() -> new NotFound("order", number));
    return new VendorOrderDetail(
        mine, whole.language(), whole.delivery(), splits.ofVendorOrders(mine.id()), head.origins());
  }

  /**
   * Records a parcel; the order becomes partly shipped or shipped. Money that is only held is taken
   * first.
   *
   * @throws NotFound also if it is another vendor's
   * @throws CannotShip if nothing of it is left to ship, or its money could not be taken
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong with the parcel
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.ORDERS_WRITE)
  public ShipmentView ship(VendorScope vendor, String number, ShipRequest parcel) {
    return shipping.ship(vendor.vendorId(), number, parcel, true);
  }

  /**
   * The vendor says yes to an order that waits for it. Saying it twice changes nothing.
   *
   * @throws NotFound also if it is another vendor's
   * @throws CannotChange if it waits for no acceptance
   */
  @Needs(Permission.ORDERS_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public void accept(VendorScope vendor, String number) {
    VendorOrders.Place place = orders.lock(vendor.vendorId(), number);
    if (place.status() == VendorOrderStatus.TO_ACCEPT) {
      dispatch.accept(place, now());
    } else if (place.status() != VendorOrderStatus.TO_SHIP) {
      throw CannotChange.notToAccept(number, place.status());
    }
  }

  /**
   * Records that a parcel arrived; with the last one, what was held becomes available. Saying it
   * twice changes nothing.
   *
   * @throws NotFound also if it is another vendor's
   * @throws CannotChange if it is paid at the door: that it arrived is said with the money
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.ORDERS_WRITE)
  @Transactional
  public ShipmentView delivered(VendorScope vendor, String number, UUID shipment) {
    VendorOrders.Place place = orders.lock(vendor.vendorId(), number);
    List<ShipmentView> parcels = dispatch.parcels(place);
    ShipmentView parcel =
        parcels.stream()
            .filter(one -> one.id().equals(shipment))
            .findFirst()
            .orElseThrow(() -> new NotFound("shipment", shipment));
    if (parcel.deliveredAt() == null && place.waitsForCash()) {
      throw CannotChange.cashFirst(number);
    }
    return parcel.deliveredAt() != null ? parcel : dispatch.deliver(place, parcel, parcels, now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
