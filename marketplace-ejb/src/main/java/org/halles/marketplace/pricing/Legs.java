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

  /**
   * @param kept tax in the amount that the platform remits, or null; it comes before everything
   */
  List<Allocation> of(Money amount, List<Share> shares, Remitted kept) {
    List<Allocation> legs = new ArrayList<>();
    List<Trace.Step> steps = new ArrayList<>();
    steps.add(new Trace.Step("base", amount.toString(), amount.minor()));
    Money left = amount;
    if (kept != null) {
      left = left.minus(kept.amount());
      legs.add(kept.leg(amount, inputsHash));
      steps.add(minus("tax the marketplace remits", kept.amount(), left));
    }
    Money untaxed = left;
    for (Share share : shares) {
      Money taken = share.amount().min(left);
      left = left.minus(taken);
      legs.add(commission(share, taken));
      steps.add(minus("commission", taken, left));
    }
    Money commission = untaxed.minus(left);
    Money tax = vatOn(commission, left);
    if (tax.isPositive()) {
      left = left.minus(tax);
      legs.add(commissionVat(tax, commission));
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

  /** Never more than what tax that the platform remits left over. */
  private Allocation commission(Share share, Money taken) {
    return new Allocation(
        "platform",
        Allocation.Kind.COMMISSION,
        taken,
        share.ruleId(),
        share.ruleVersion(),
        inputsHash,
        taken.equals(share.amount()) ? share.trace() : clamped(share.trace(), taken));
  }

  private static Trace clamped(Trace trace, Money taken) {
    List<Trace.Step> steps = new ArrayList<>(trace.steps());
    steps.add(new Trace.Step("clamp", "at most " + taken, taken.minor()));
    return trace.with(steps);
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
