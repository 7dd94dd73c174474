package org.halles.marketplace.pricing;

import java.util.ArrayList;
import java.util.List;
import org.halles.marketplace.affiliate.AffiliateOffer;
import org.halles.marketplace.commission.Trace;
import org.halles.spi.Money;
import org.halles.spi.Rate;

/**
 * The legs of whoever sent the buyer. What the vendor offers comes out of its rest, never more than
 * that; what the platform offers is paid besides, as a leg that goes the other way.
 */
final class AffiliateLegs {

  private final AffiliateOffer offer;
  private final Money base;
  private final String party;
  private final String inputsHash;

  /**
   * @param base the price of the line after discounts, without tax
   */
  AffiliateLegs(AffiliateOffer offer, Money base, String inputsHash) {
    this.offer = offer;
    this.base = base;
    this.party = "affiliate:" + offer.affiliate();
    this.inputsHash = inputsHash;
  }

  /** The legs of a line with these among them; they close as before. */
  List<Allocation> within(List<Allocation> legs) {
    List<Allocation> all = new ArrayList<>(legs);
    for (AffiliateOffer.Rate rate : offer.rates()) {
      Money share = base.times(Rate.basisPoints(rate.basisPoints()));
      if (rate.byVendor()) {
        fromVendor(all, rate, share);
      } else if (share.isPositive()) {
        all.add(leg(Allocation.Kind.AFFILIATE, share, rate));
        all.add(leg(Allocation.Kind.PLATFORM_PROMOTION, share, rate));
      }
    }
    return all;
  }

  private void fromVendor(List<Allocation> all, AffiliateOffer.Rate rate, Money share) {
    for (int place = 0; place < all.size(); place++) {
      Allocation rest = all.get(place);
      Money given = rest.amount().min(share);
      if (rest.kind() == Allocation.Kind.VENDOR_NET && given.isPositive()) {
        all.set(place, less(rest, given));
        all.add(leg(Allocation.Kind.AFFILIATE, given, rate));
        return;
      }
    }
  }

  private static Allocation less(Allocation rest, Money given) {
    Money left = rest.amount().minus(given);
    List<Trace.Step> steps = new ArrayList<>(rest.trace().steps());
    steps.add(new Trace.Step("minus", "affiliate " + given, left.minor()));
    return new Allocation(
        rest.party(),
        rest.kind(),
        left,
        rest.ruleId(),
        rest.ruleVersion(),
        rest.inputsHash(),
        rest.trace().with(steps));
  }

  private Allocation leg(Allocation.Kind kind, Money amount, AffiliateOffer.Rate rate) {
    Rate ratio = Rate.basisPoints(rate.basisPoints());
    Trace trace =
        new Trace(
            "Affiliate " + offer.code(),
            null,
            rate.byVendor() ? "offered by the vendor" : "offered by the platform",
            false,
            List.of(new Trace.Step("affiliate", ratio + " of " + base, amount.minor())));
    return new Allocation(party, kind, amount, rate.rule(), rate.version(), inputsHash, trace);
  }
}
