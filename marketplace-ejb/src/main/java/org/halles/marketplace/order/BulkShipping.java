package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** Many parcels leave with one carrier: each order by itself, so that one no stops no other. */
@ApplicationScoped
public class BulkShipping {

  /** More at once would hold the vendor up. */
  public static final int MOST = 200;

  /**
   * One order that leaves whole.
   *
   * @param trackingCode the carrier's number; null or blank if there is none
   */
  public record Item(String number, String trackingCode) {}

  /**
   * How it went with one order.
   *
   * @param shipment the parcel, or null if it did not leave
   * @param refusal why it did not, or null
   */
  public record Result(String number, ShipmentView shipment, Refusal refusal) {

    boolean isMoneyUnderWay() {
      return refusal != null && refusal.code().equals(CannotShip.MONEY_UNDER_WAY);
    }
  }

  /** So long the vendor waits for gateways that hold money; what is left is taken in a moment. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Shipping shipping;

  protected BulkShipping() {}

  @Inject
  BulkShipping(Shipping shipping) {
    this.shipping = shipping;
  }

  /**
   * Records a parcel with all that is left of each order. Where money is only held it is taken
   * first, as far as gateways answer soon; of the others it is taken meanwhile, and they leave when
   * they are tried again.
   *
   * @throws org.halles.marketplace.shared.InvalidInput if the list itself is wrong; nothing left
   *     then
   */
  @Needs(Permission.ORDERS_WRITE)
  @Allowed(Role.SIGNED_IN)
  public List<Result> ship(VendorScope vendor, String carrier, List<Item> items) {
    check(carrier, items);
    List<Result> results = new ArrayList<>();
    long begin = System.nanoTime();
    boolean answers = true;
    for (Item item : items) {
      boolean waits = answers && System.nanoTime() - begin < PATIENCE.toNanos();
      Result result = ship(vendor.vendorId(), carrier, item, waits);
      answers &= !result.isMoneyUnderWay(); // a gateway that hangs, hangs for the others too
      results.add(result);
    }
    return results;
  }

  private Result ship(UUID vendor, String carrier, Item item, boolean waits) {
    ShipRequest parcel = new ShipRequest(List.of(), carrier, item.trackingCode());
    try {
      return new Result(item.number(), shipping.ship(vendor, item.number(), parcel, waits), null);
    } catch (Refusal refusal) {
      return new Result(item.number(), null, refusal);
    }
  }

  private static void check(String carrier, List<Item> items) {
    Checklist checklist = new Checklist();
    checklist.text("carrier", carrier, 100);
    if (items.isEmpty() || items.size() > MOST) {
      checklist.reject("orders", "must be 1 to " + MOST, items.size());
    }
    Set<String> seen = new HashSet<>();
    for (int index = 0; index < items.size(); index++) {
      String number = items.get(index).number();
      if (!seen.add(number)) {
        checklist.reject("orders[" + index + "].number", "is there twice", number);
      }
      checklist.optional(
          "orders[" + index + "].trackingCode", items.get(index).trackingCode(), 100);
    }
    checklist.done();
  }
}
