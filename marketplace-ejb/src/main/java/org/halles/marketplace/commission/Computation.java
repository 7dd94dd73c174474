package org.halles.marketplace.commission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.CommissionProposal;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.SaleFacts;

/** One proposal made into one amount, step by step. */
final class Computation {
  private final SaleFacts sale;
  private final CommissionProposal proposal;
  private final Money most;
  private final List<Trace.Step> steps = new ArrayList<>();
  private Money amount;

  Computation(SaleFacts sale, CommissionProposal proposal, Money most) {
    this.sale = sale;
    this.proposal = proposal;
    this.most = most;
    this.amount = Money.zero(sale.lineTotal().currency());
  }

  Share of(Won won, Map<Won, Money> orderParts) {
    takeRate();
    add("per-unit", sale.quantity() + " x ", proposal.perUnit(), sale.quantity());
    add("per-line", "", proposal.perLine(), 1);
    add("per-order", "of " + proposal.perOrder() + ": ", orderParts.get(won), 1);
    bound("floor", proposal.floor(), true);
    bound("cap", proposal.cap(), false);
    if (amount.compareTo(most) > 0) {
      amount = most;
      step("clamp", "never more than " + most);
    }
    String reason =
        won.fault() == null ? proposal.reason() : proposal.reason() + ": " + won.fault();
    Texts reasons =
        won.fault() != null || proposal.reasons().isEmpty() ? null : new Texts(proposal.reasons());
    ActiveRule rule = won.rule();
    Trace trace =
        new Trace(
            rule.name(), rule.kind(), reason, won.fault() != null, steps, rule.names(), reasons);
    return new Share(rule.id(), rule.version(), amount, trace);
  }

  private void takeRate() {
    if (proposal.rate().equals(Rate.ZERO)) {
      return;
    }
    Money base = base();
    steps.add(new Trace.Step("base", baseName(), base.minor()));
    amount = base.times(proposal.rate());
    step("rate", proposal.rate() + " of " + base);
  }

  private Money base() {
    return switch (proposal.base()) {
      case GROSS -> sale.lineTotal();
      case NET_OF_TAX -> sale.lineTotal().minus(sale.taxIncluded());
      case GROSS_WITH_SHIPPING -> sale.lineTotal().plus(sale.shippingShare());
      case GROSS_BEFORE_DISCOUNTS -> sale.lineTotal().plus(sale.discount());
      case NET_BEFORE_DISCOUNTS ->
          sale.lineTotal().plus(sale.discount()).minus(taxBeforeDiscounts());
    };
  }

  private String baseName() {
    return switch (proposal.base()) {
      case GROSS -> "price, tax included";
      case NET_OF_TAX -> sale.lineTotal() + " less " + sale.taxIncluded() + " tax";
      case GROSS_WITH_SHIPPING ->
          sale.lineTotal() + " and " + sale.shippingShare() + " of the shipping";
      case GROSS_BEFORE_DISCOUNTS ->
          sale.lineTotal() + " and " + sale.discount() + " that was taken off";
      case NET_BEFORE_DISCOUNTS ->
          "%s and %s that was taken off, less %s tax"
              .formatted(sale.lineTotal(), sale.discount(), taxBeforeDiscounts());
    };
  }

  /**
   * The discount held tax in the same part as what is left. Of a line that costs nothing any more
   * nobody knows the part; what it pays is nothing whatever the base.
   */
  private Money taxBeforeDiscounts() {
    return sale.lineTotal().isZero()
        ? sale.taxIncluded()
        : sale.lineTotal()
            .plus(sale.discount())
            .times(Rate.of(sale.taxIncluded().minor(), sale.lineTotal().minor()));
  }

  private void add(String code, String prefix, Money fixed, int times) {
    if (fixed != null && !fixed.isZero()) {
      amount = amount.plus(fixed.times(times));
      step(code, prefix + fixed);
    }
  }

  private void bound(String code, Money bound, boolean raise) {
    if (bound != null && (raise ? amount.compareTo(bound) < 0 : amount.compareTo(bound) > 0)) {
      amount = bound;
      step(code, (raise ? "at least " : "at most ") + bound);
    }
  }

  private void step(String code, String detail) {
    steps.add(new Trace.Step(code, detail, amount.minor()));
  }
}
