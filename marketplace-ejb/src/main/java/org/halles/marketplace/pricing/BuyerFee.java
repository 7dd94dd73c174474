package org.halles.marketplace.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halles.marketplace.commission.Trace;
import org.halles.marketplace.shared.GatewayGrid;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.Rate;

/**
 * The fee one purchase pays: a rate of its goods, rounded once, and a flat amount, at most a cap.
 * The VAT in it is the platform's to remit. A purchase that costs nothing pays none. Pure.
 */
final class BuyerFee {

  private static final int WHOLE = 10_000;

  private final BuyerFeeTerms terms;
  private final Money goods;
  private final Optional<BuyerFeeTerms.Rule> rule;

  /**
   * @param country of the buyer, or null if it is not known yet
   * @param goods what all goods cost, after discounts
   */
  BuyerFee(BuyerFeeTerms terms, String country, Money goods) {
    this.terms = terms;
    this.goods = goods;
    this.rule =
        goods.isPositive()
            ? terms.rules().stream()
                .filter(one -> one.matches(country, goods.currency().value()))
                .findFirst()
            : Optional.empty();
  }

  /** Of a cart in parts. */
  static BuyerFee of(
      BuyerFeeTerms terms, String country, List<VendorQuote> vendors, CurrencyCode currency) {
    Money goods = Money.zero(currency);
    for (VendorQuote vendor : vendors) {
      goods = goods.plus(vendor.items()).minus(vendor.discount());
    }
    return new BuyerFee(terms, country, goods);
  }

  /** What the buyer pays, VAT included. */
  Money amount() {
    return rule.map(this::capped).orElse(Money.zero(goods.currency()));
  }

  /** The VAT in it. */
  Money vat() {
    return amount().times(Rate.of(terms.vatBasisPoints(), (long) WHOLE + terms.vatBasisPoints()));
  }

  /** The platform's own legs of the purchase: the fee, and the VAT in it. */
  List<Allocation> legs(String inputsHash) {
    List<Allocation> legs = new ArrayList<>();
    if (amount().isPositive()) {
      Money vat = vat();
      legs.add(
          leg("platform", Allocation.Kind.BUYER_FEE, amount().minus(vat), inputsHash, steps()));
      if (vat.isPositive()) {
        String party = "tax:" + terms.jurisdiction();
        legs.add(leg(party, Allocation.Kind.TAX, vat, inputsHash, List.of(vatStep())));
      }
    }
    return legs;
  }

  private Money capped(BuyerFeeTerms.Rule its) {
    Money fee = rated(its).plus(flat(its));
    return its.mostMinor() == null ? fee : fee.min(Money.of(its.mostMinor(), goods.currency()));
  }

  private Money rated(BuyerFeeTerms.Rule its) {
    // rounded once, to what gateways take
    long step = GatewayGrid.step(goods.currency());
    Money steps = goods.times(Rate.of(its.basisPoints(), WHOLE * step));
    return Money.of(Math.multiplyExact(steps.minor(), step), goods.currency());
  }

  private Money flat(BuyerFeeTerms.Rule its) {
    return Money.of(its.flatMinor(), goods.currency());
  }

  private List<Trace.Step> steps() {
    BuyerFeeTerms.Rule its = rule.orElseThrow();
    List<Trace.Step> steps = new ArrayList<>();
    steps.add(new Trace.Step("base", goods.toString(), goods.minor()));
    Money fee = rated(its);
    steps.add(
        new Trace.Step("rate", Rate.basisPoints(its.basisPoints()) + " of " + goods, fee.minor()));
    if (its.flatMinor() > 0) {
      fee = fee.plus(flat(its));
      steps.add(new Trace.Step("per-order", flat(its).toString(), fee.minor()));
    }
    if (!fee.equals(amount())) {
      steps.add(new Trace.Step("cap", "at most " + amount(), amount().minor()));
    }
    if (vat().isPositive()) {
      Money net = amount().minus(vat());
      steps.add(new Trace.Step("minus", "VAT in the fee " + vat(), net.minor()));
    }
    return steps;
  }

  private Trace.Step vatStep() {
    String rate = Rate.basisPoints(terms.vatBasisPoints()).toString();
    return new Trace.Step("vat", rate + " in " + amount(), vat().minor());
  }

  private static Allocation leg(
      String party, Allocation.Kind kind, Money amount, String hash, List<Trace.Step> steps) {
    Trace trace = new Trace("Buyer fee", null, "the marketplace’s fee to the buyer", false, steps);
    return new Allocation(party, kind, amount, null, null, hash, trace);
  }
}
