package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.halles.marketplace.order.AllocationView;
import org.halles.marketplace.order.Carriers;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.OrderLineView;
import org.halles.marketplace.order.ShipRequest;
import org.halles.marketplace.order.VendorOrderDetail;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.web.checkout.HeldMoney;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;

/** One order of the vendor: what to pack, where it goes, what it earned, and its parcels. */
@Named("orderDesk")
@RequestScoped
public class OrderDesk {

  @Inject @Param private String number;
  @Inject private Desk desk;
  @Inject private Fulfilment fulfilment;
  @Inject private Say say;

  private VendorOrderDetail detail;
  private String carrier;
  private String trackingCode;
  private final Map<String, Number> packed = new LinkedHashMap<>();

  public VendorOrderDetail getDetail() {
    if (detail == null) {
      detail = fulfilment.get(desk.scope(), number);
      detail.order().lines().stream()
          .filter(line -> left(line) > 0 && line.kind().equals("GOODS"))
          .forEach(line -> packed.putIfAbsent(line.id().toString(), left(line)));
    }
    return detail;
  }

  /** Until when the buyer's money is held for it; null if it is here, or not any more. */
  public Instant getHeldUntil() {
    return isOpen() ? HeldMoney.until(getDetail().order().timeline()) : null;
  }

  /** True if goods of it can still leave. */
  public boolean isShippable() {
    return isOpen() && getToPack().stream().anyMatch(line -> line.kind().equals("GOODS"));
  }

  /** True if something of it is still to be done. */
  public boolean isOpen() {
    VendorOrderStatus status = getDetail().order().status();
    return status == VendorOrderStatus.TO_ACCEPT
        || status == VendorOrderStatus.TO_SHIP
        || status == VendorOrderStatus.PARTLY_SHIPPED;
  }

  /** The lines of which something is left to pack. */
  public List<OrderLineView> getToPack() {
    return getDetail().order().lines().stream()
        .filter(line -> left(line) > 0 && line.kind().equals("GOODS"))
        .toList();
  }

  /** How many of a line have not left yet. */
  public int left(OrderLineView line) {
    return line.quantity() - line.shippedQuantity() - line.cancelledQuantity();
  }

  /** The legs of the split that belong to one line. */
  public List<AllocationView> legs(UUID line) {
    return line == null ? List.of() : legsOf(line);
  }

  /** The legs of the split that belong to the shipping. */
  public List<AllocationView> getShippingLegs() {
    return legsOf(null);
  }

  private List<AllocationView> legsOf(UUID line) {
    return getDetail().split().stream().filter(leg -> Objects.equals(leg.line(), line)).toList();
  }

  public List<String> carriers(String typed) {
    return Carriers.matching(typed);
  }

  /** Records the parcel as it was packed. */
  public void ship() {
    getDetail();
    List<ShipRequest.Part> parts = new ArrayList<>();
    packed.forEach(
        (line, quantity) -> {
          if (quantity != null && quantity.intValue() > 0) {
            parts.add(new ShipRequest.Part(UUID.fromString(line), quantity.intValue()));
          }
        });
    ShipRequest parcel = new ShipRequest(parts, carrier, trackingCode == null ? "" : trackingCode);
    if (say.trying(() -> fulfilment.ship(desk.scope(), number, parcel))) {
      say.done("vendor.order.shipped", number);
      carrier = null;
      trackingCode = null;
    }
    again();
  }

  /** Records that a parcel arrived. */
  public void delivered(UUID shipment) {
    if (say.trying(() -> fulfilment.delivered(desk.scope(), number, shipment))) {
      say.done("vendor.order.arrived", number);
    }
    again();
  }

  /** Everything is read again after something changed. */
  public void again() {
    detail = null;
    packed.clear();
  }

  public String getCarrier() {
    return carrier;
  }

  public void setCarrier(String carrier) {
    this.carrier = carrier;
  }

  public String getTrackingCode() {
    return trackingCode;
  }

  public void setTrackingCode(String trackingCode) {
    this.trackingCode = trackingCode;
  }

  /** How many of each line go into the parcel, by line. */
  public Map<String, Number> getPacked() {
    getDetail();
    return packed;
  }
}
