package org.halles.marketplace.testing;

import java.time.Instant;
import java.util.List;
import org.halles.marketplace.commission.Trace;
import org.halles.marketplace.pricing.Allocation;
import org.halles.marketplace.pricing.Quote;
import org.halles.spi.Money;

/** A prepared quote for which the platform asks a fee of the buyer. */
final class WithFee {

  private WithFee() {}

  static Quote quote(Quote quote, Money fee, Money vat) {
    Quote.Totals sums = quote.totals();
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
            fee,
            sums.contribution(),
            sums.taxIncluded().plus(vat),
            sums.taxAdded(),
            sums.total().plus(fee)),
        List.of(
            leg("platform", Allocation.Kind.BUYER_FEE, fee.minus(vat)),
            leg("tax:FR", Allocation.Kind.TAX, vat)),
        quote.commissionVersion(),
        quote.taxVersion(),
        quote.hash(),
        Instant.now());
  }

  private static Allocation leg(String party, Allocation.Kind kind, Money amount) {
    Trace trace = new Trace("Buyer fee", null, "test", false, List.of());
    return new Allocation(party, kind, amount, null, null, "hash", trace);
  }
}
