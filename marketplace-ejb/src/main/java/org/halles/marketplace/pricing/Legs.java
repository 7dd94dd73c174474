package org.halles.marketplace.pricing;

import java.util.ArrayList;
import java.util.List;
import org.halles.marketplace.commission.CommissionVat;
import org.halles.marketplace.commission.Share;
import org.halles.marketplace.commission.Trace;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.VendorFacts;

/**
 * Makes the legs of one amount: the platform's commission, the VAT on it, and the rest, which is
 * the vendor's. Because the vendor's leg is the rest, the legs always close.
 */
final class Legs {

  private final VendorFacts vendor;
  private final CommissionVat vat;
  private final String inputsHash;

  Legs(VendorFacts vendor, CommissionVat vat, String inputsHash) {
    this.vendor = vendor;
    this.vat = vat;
    this.inputsHash = inputsHash;
  }

  List<Allocation> of(Money amount, List<Share> shares) {
    List<Allocation> legs = new ArrayList<>();
    List<Trace.Step> steps = new ArrayList<>();
    steps.add(new Trace.Step("base", amount.toString(), amount.minor()));
    Money left = amount;
    for (Share share : shares) {
      left = left.minus(share.amount());
      legs.add(commission(share));
      steps.add(minus("commission", share.amount(), left));
    }
    Money tax = vatOn(amount.minus(left), left);
    if (tax.isPositive()) {
      left = left.minus(tax);
      legs.add(commissionVat(tax, amount.minus(left).minus(tax)));
      steps.add(minus("VAT on the commission", tax, left));
    }
    if (shares.isEmpty()) {
      steps.add(new Trace.Step("residual", "no commission rule applies", left.minor()));
    }
    legs.add(rest(left, steps));
    return legs;
  }

  /** Never more than what the commission left over. */
  private Money vatOn(Money commission, Money left) {
    return commission.times(vat.rateFor(vendor)).min(left);
  }

  private Allocation commission(Share share) {
    return new Allocation(
        "platform",
        Allocation.Kind.COMMISSION,
        share.amount(),
        share.ruleId(),
        share.ruleVersion(),
        inputsHash,
        share.trace());
  }

  private Allocation commissionVat(Money tax, Money commission) {
    Rate rate = vat.rateFor(vendor);
    Trace trace =
        new Trace(
            "VAT on the commission",
            null,
            "VAT of the platform in " + vat.jurisdiction(),
            false,
            List.of(new Trace.Step("vat", rate + " of " + commission, tax.minor())));
    return new Allocation(
        "tax:" + vat.jurisdiction(),
        Allocation.Kind.COMMISSION_VAT,
        tax,
        null,
        null,
        inputsHash,
        trace);
  }

  private Allocation rest(Money left, List<Trace.Step> steps) {
    return new Allocation(
        "vendor:" + vendor.id(),
        Allocation.Kind.VENDOR_NET,
        left,
        null,
        null,
        inputsHash,
        new Trace("Vendor's rest", null, "what is left for the vendor", false, steps));
  }

  private static Trace.Step minus(String what, Money amount, Money left) {
    return new Trace.Step("minus", what + " " + amount, left.minor());
  }
}
