package org.halles.marketplace.pricing;

import java.util.List;
import org.halles.marketplace.commission.Trace;
import org.halles.marketplace.promotion.LineDiscount;
import org.halles.spi.Money;

/** The leg that goes the other way: what the platform pays of a discount. */
final class Gifts {

  private Gifts() {}

  static Allocation of(LineDiscount discount, String inputsHash) {
    Money vendors = discount.amount().minus(discount.platform());
    Trace trace =
        new Trace(
            discount.title().in("fr"),
            "promotion",
            discount.code() == null ? "campaign" : "code " + discount.code(),
            false,
            List.of(
                new Trace.Step("discount", discount.amount().toString(), discount.amount().minor()),
                new Trace.Step("vendor", "borne by the vendor", vendors.minor()),
                new Trace.Step("platform", "borne by the platform", discount.platform().minor())));
    return new Allocation(
        "platform",
        Allocation.Kind.PLATFORM_PROMOTION,
        discount.platform(),
        discount.promotionId(),
        discount.version(),
        inputsHash,
        trace);
  }
}
