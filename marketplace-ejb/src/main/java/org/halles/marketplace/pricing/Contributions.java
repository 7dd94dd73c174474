package org.halles.marketplace.pricing;

import java.time.Instant;
import java.util.List;
import org.halles.marketplace.commission.Trace;
import org.halles.marketplace.plugin.ContributionOffer;
import org.halles.marketplace.plugin.Conversation;
import org.halles.spi.CartContribution;
import org.halles.spi.Money;

/** What the buyer adds for others: asked for once the cart has a total, and a leg of its own. */
final class Contributions {

  private Contributions() {}

  /** What may be added to a cart that costs so much, and what the buyer has chosen of it. */
  static List<Contribution> to(
      CartFacts facts, Quote.Totals totals, int vendors, Conversation plugins, Instant at) {
    if (!totals.total().isPositive()) {
      return List.of();
    }
    CartFacts.Header cart = facts.header();
    return plugins
        .contributions(new CartContribution.Basket(totals.total(), cart.country(), vendors, at))
        .stream()
        .map(offer -> of(offer, cart.contributions()))
        .toList();
  }

  private static Contribution of(ContributionOffer found, List<String> chosen) {
    CartContribution.Offer offer = found.offer();
    return new Contribution(
        found.name(),
        offer.party(),
        offer.amount(),
        offer.title(),
        offer.help(),
        chosen.contains(found.name()));
  }

  /** The totals with what was chosen on top. */
  static Quote.Totals with(Quote.Totals totals, List<Contribution> offered) {
    Money sum =
        Money.sum(
            totals.total().currency(),
            offered.stream().filter(Contribution::chosen).map(Contribution::amount).toList());
    return totals.withContribution(sum);
  }

  /** The leg of each that was chosen: it is theirs to whom it is given, and nobody takes a part. */
  static List<Allocation> legs(List<Contribution> offered, String inputsHash) {
    return offered.stream()
        .filter(Contribution::chosen)
        .map(
            one ->
                new Allocation(
                    "third-party:" + one.party(),
                    Allocation.Kind.THIRD_PARTY,
                    one.amount(),
                    null,
                    null,
                    inputsHash,
                    new Trace(
                        one.title("en"),
                        null,
                        "chosen by the buyer",
                        false,
                        List.of(
                            new Trace.Step(one.id(), "added by the buyer", one.amount().minor())))))
        .toList();
  }
}
