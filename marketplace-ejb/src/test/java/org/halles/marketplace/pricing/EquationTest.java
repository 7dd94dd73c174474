package org.halles.marketplace.pricing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.halles.marketplace.pricing.Stall.BAKERY;
import static org.halles.marketplace.pricing.Stall.WORKSHOP;

import java.util.ArrayList;
import java.util.List;
import org.halles.marketplace.commission.TestRules;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** A right quote of two vendors, and one cent of it in the wrong place: nobody may pay that. */
class EquationTest {

  private final Quote right =
      new Market(new TestRules().book())
          .quote(
              List.of(BAKERY, WORKSHOP),
              List.of(
                  BAKERY.sells("cake", 1_200, 1),
                  BAKERY.sells("jam", 500, 1),
                  WORKSHOP.sells("stool", 3_000, 1)));

  @Test
  void whatClosesMayBePaid() {
    assertThatCode(() -> Equation.check(right)).doesNotThrowAnyException();
  }

  @Test
  void aCentOfOneLineOnTheOtherIsRefused() {
    VendorQuote baker = right.vendors().get(0);
    List<LineQuote> lines = new ArrayList<>(baker.lines());
    lines.set(0, lines.get(0).with(more(lines.get(0).allocations(), -1)));
    lines.set(1, lines.get(1).with(more(lines.get(1).allocations(), 1)));

    refused(
        with(with(baker, lines, baker.shippingAllocations()), right.vendors().get(1)),
        "line " + lines.get(0).cartLineId());
  }

  @Test
  void aCentOfOneVendorsShippingWithTheOtherIsRefused() {
    VendorQuote baker = right.vendors().get(0);
    VendorQuote joiner = right.vendors().get(1);

    refused(
        with(
            with(baker, baker.lines(), more(baker.shippingAllocations(), 1)),
            with(joiner, joiner.lines(), more(joiner.shippingAllocations(), -1))),
        "vendor fournil");
  }

  @Test
  void aLegThatNobodyPaysIsRefused() {
    Allocation leg = right.vendors().get(0).shippingAllocations().get(0);

    refused(with(right.vendors(), right.totals(), List.of(withAmount(leg, 1))), "the whole");
  }

  @Test
  void aTotalThatIsNotTheSumOfWhatIsShownIsRefused() {
    Quote.Totals totals = right.totals();
    Quote.Totals shown =
        new Quote.Totals(
            totals.items().plus(Money.of(1, "EUR")),
            totals.shipping(),
            totals.discount(),
            totals.buyerFee(),
            totals.contribution(),
            totals.taxIncluded(),
            totals.taxAdded(),
            totals.total());

    refused(with(right.vendors(), shown, right.groupAllocations()), "the totals");
  }

  private static void refused(Quote wrong, String what) {
    assertThatThrownBy(() -> Equation.check(wrong))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the split of " + what + " does not close");
  }

  private static List<Allocation> more(List<Allocation> legs, long minor) {
    List<Allocation> changed = new ArrayList<>(legs);
    Allocation first = legs.get(0);
    changed.set(0, withAmount(first, first.amount().minor() + minor));
    return changed;
  }

  private static Allocation withAmount(Allocation leg, long minor) {
    return new Allocation(
        leg.party(),
        leg.kind(),
        Money.of(minor, "EUR"),
        leg.ruleId(),
        leg.ruleVersion(),
        leg.inputsHash(),
        leg.trace());
  }

  private Quote with(VendorQuote... vendors) {
    return with(List.of(vendors), right.totals(), right.groupAllocations());
  }

  private Quote with(List<VendorQuote> vendors, Quote.Totals totals, List<Allocation> group) {
    return new Quote(
        right.cartId(),
        right.cartVersion(),
        right.currency(),
        right.delivery(),
        right.language(),
        right.accountId(),
        right.buyer(),
        right.company(),
        vendors,
        totals,
        group,
        right.commissionVersion(),
        right.taxVersion(),
        right.hash(),
        right.at());
  }

  private static VendorQuote with(VendorQuote one, List<LineQuote> lines, List<Allocation> legs) {
    return new VendorQuote(
        one.vendorId(),
        one.slug(),
        one.name(),
        lines,
        one.options(),
        one.chosen(),
        one.needsShipping(),
        one.items(),
        one.shipping(),
        one.discount(),
        one.taxIncluded(),
        one.taxAdded(),
        one.total(),
        one.shippingTax(),
        legs);
  }
}
