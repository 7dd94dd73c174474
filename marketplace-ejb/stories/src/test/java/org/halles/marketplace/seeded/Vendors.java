package org.halles.marketplace.seeded;

import static org.halles.marketplace.testing.Marketplace.get;

import java.util.List;
import java.util.UUID;
import org.halles.marketplace.checkout.CashDesk;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.ShipRequest;
import org.halles.marketplace.refund.Cancelling;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.seeded.Street.Part;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.halles.spi.Money;

/** They ship, deliver, cancel and give money back. */
record Vendors(Story story, Street street) {

  private static final String[] UNSENT = {"TO_SHIP", "TO_ACCEPT", "PARTLY_SHIPPED"};

  private interface InItsName {
    Object does(VendorScope vendor) throws Exception;
  }

  void ship() {
    ShipRequest all = new ShipRequest(List.of(), "Post", "1");
    story.with(
        street.parts(UNSENT),
        part ->
            vendor(part, "ships", scope -> get(Fulfilment.class).ship(scope, part.number(), all)));
  }

  void deliver() {
    story.with(
        street.parts("SHIPPED", "PARTLY_SHIPPED"),
        part ->
            story.with(
                street.parcels(part),
                parcel ->
                    vendor(
                        part,
                        "delivers",
                        scope -> get(Fulfilment.class).delivered(scope, part.number(), parcel))));
  }

  void cancel() {
    story.with(
        street.parts(UNSENT),
        part ->
            vendor(
                part,
                "cancels",
                scope -> get(Cancelling.class).cancel(scope, part.number(), "Broken")));
  }

  /** Of parcels that wait for no cash this is refused. */
  void collect() {
    story.with(
        street.parts("SHIPPED", "DELIVERED"),
        part ->
            vendor(
                part, "has the cash", scope -> get(CashDesk.class).received(scope, part.number())));
  }

  void bringBackFromTheDoor() {
    story.with(
        street.unpaidAtTheDoor(),
        part ->
            vendor(
                part,
                "comes back from the door",
                scope -> get(Cancelling.class).cancel(scope, part.number(), "Refused")));
  }

  void giveCashBack() {
    story.with(
        List.copyOf(street.toGiveBackByHand().entrySet()),
        back -> giveCashBack(back.getKey(), back.getValue(), story.random().nextInt(3) > 0));
  }

  private void giveCashBack(UUID refund, Part part, boolean given) {
    vendor(
        part,
        given ? "gives cash back" : "cannot give cash back",
        scope ->
            given
                ? get(CashDesk.class).givenBack(scope, part.number(), refund)
                : get(CashDesk.class).cannotGiveBack(scope, part.number(), refund));
  }

  /** Everything at doors and in hands is said. */
  void clearTheDoors() {
    street
        .unpaidAtTheDoor()
        .forEach(
            part ->
                vendor(
                    part,
                    "comes back from the door",
                    scope -> get(Cancelling.class).cancel(scope, part.number(), "Refused")));
    street.toGiveBackByHand().forEach((refund, part) -> giveCashBack(refund, part, true));
  }

  void giveBack() {
    Money amount = story.cents(story.random().nextBoolean() ? 9 : 3000);
    RefundRequest wanted = new RefundRequest(List.of(), false, amount, "For the wait");
    story.with(
        street.parts("TO_SHIP", "PARTLY_SHIPPED", "SHIPPED", "DELIVERED", "CLOSED"),
        part ->
            vendor(
                part,
                "gives back " + amount,
                scope -> get(Refunding.class).byVendor(scope, part.number(), wanted)));
  }

  private void vendor(Part part, String what, InItsName work) {
    VendorScope scope = VendorScopes.of(part.vendor(), "v");
    story.deed(
        "vendor %d %s".formatted(street.vendors().indexOf(part.vendor()), what),
        Caller.SYSTEM,
        () -> work.does(scope));
  }
}
