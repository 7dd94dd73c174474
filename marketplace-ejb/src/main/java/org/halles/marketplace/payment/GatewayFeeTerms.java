package org.halles.marketplace.payment;

import java.util.List;
import java.util.Set;
import org.halles.marketplace.cash.CashGateway;
import org.halles.spi.Money;
import org.halles.spi.Rate;

/**
 * Who bears what gateways keep of payments. What a gateway will keep is estimated when the buyer
 * pays; the vendors' part of the estimate is theirs for good, the rest of what it really keeps is
 * the platform's.
 *
 * @param vendorShareBasisPoints hundredths of a percent of the estimate: 0 the platform bears all,
 *     10,000 the vendors do
 * @param estimates by gateway; the first that fits is used
 */
public record GatewayFeeTerms(int vendorShareBasisPoints, List<Estimate> estimates) {

  /** Any gateway but the marketplace's own bank account and cash. */
  public static final String ANY = "*";

  private static final Set<String> OWN = Set.of(BankTransfers.GATEWAY, CashGateway.ID);

  /** The platform bears all. */
  public static final GatewayFeeTerms PLATFORM = new GatewayFeeTerms(0, List.of());

  public GatewayFeeTerms {
    estimates = estimates == null ? List.of() : List.copyOf(estimates);
  }

  /**
   * What a gateway keeps of a payment.
   *
   * @param gateway its name, or {@code *}
   * @param basisPoints hundredths of a percent of the payment
   * @param fixedMinor besides, for payments in this currency
   * @param currency of the fixed amount
   */
  public record Estimate(String gateway, int basisPoints, long fixedMinor, String currency) {

    boolean fits(String its) {
      return gateway.equals(its) || gateway.equals(ANY) && !OWN.contains(its);
    }

    Money of(Money paid) {
      Money rated = paid.times(Rate.basisPoints(basisPoints));
      boolean same = paid.currency().value().equals(currency);
      return (same ? rated.plus(Money.of(fixedMinor, paid.currency())) : rated).min(paid);
    }
  }

  /** The vendors' part of what this gateway will keep of a payment, rounded once. */
  public Money vendorsPart(String gateway, Money paid) {
    return estimates.stream()
        .filter(one -> one.fits(gateway))
        .findFirst()
        .map(one -> one.of(paid).times(Rate.basisPoints(vendorShareBasisPoints)))
        .orElse(Money.zero(paid.currency()));
  }

  /** The same where it is not known yet through which gateway the buyer will pay. */
  public Money likelyPart(Money paid) {
    return estimates.isEmpty()
        ? Money.zero(paid.currency())
        : estimates.get(0).of(paid).times(Rate.basisPoints(vendorShareBasisPoints));
  }
}
