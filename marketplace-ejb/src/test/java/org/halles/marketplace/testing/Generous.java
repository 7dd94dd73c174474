package org.halles.marketplace.testing;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.halles.marketplace.commission.Trace;
import org.halles.marketplace.pricing.Allocation;
import org.halles.marketplace.pricing.Quote;
import org.halles.spi.Money;

/** The quote of a buyer who adds something for others. */
final class Generous {

  private Generous() {}

  static Quote quote(Quote quote, Money gift) {
    Quote.Totals sums = quote.totals();
    Allocation leg =
        new Allocation(
            "third-party:entraide",
            Allocation.Kind.THIRD_PARTY,
            gift,
            null,
            null,
            "hash",
            new Trace("Entraide", null, "chosen by the buyer", false, List.of()));
    return new Quote(
        quote.cartId(),
        quote.cartVersion(),
        quote.currency(),
        quote.delivery(),
        quote.language(),
        quote.accountId(),
        quote.buyer(),
        quote.company(),
        quote.vendors(),
        new Quote.Totals(
            sums.items(),
            sums.shipping(),
            sums.discount(),
            sums.buyerFee(),
            gift,
            sums.taxIncluded(),
            sums.taxAdded(),
            sums.total().plus(gift)),
        Stream.concat(quote.groupAllocations().stream(), Stream.of(leg)).toList(),
        quote.commissionVersion(),
        quote.taxVersion(),
        quote.hash(),
        Instant.now());
  }
}
