package org.halles.marketplace.order;

import java.util.UUID;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.pricing.Allocation;
import org.halles.spi.Money;

/**
 * The sum of a party's legs of one kind in one part of an order, as frozen.
 *
 * @param vendorOrderId null for the platform's own part
 */
public record FrozenLeg(UUID vendorOrderId, String party, Allocation.Kind kind, Money amount) {

  /** Whose it is, without the kind of party: {@code vendor:7} is 7. */
  public String owner() {
    return party.substring(party.indexOf(':') + 1);
  }

  /** The account of the book that this leg is credited to when the buyer pays. */
  public String address() {
    return switch (kind) {
      case VENDOR_NET -> Chart.vendorPending(UUID.fromString(owner()));
      case COMMISSION -> Chart.COMMISSION_INCOME;
      case COMMISSION_VAT -> Chart.COMMISSION_VAT_PAYABLE;
      case AFFILIATE -> Chart.affiliatePending(owner());
      case TAX -> Chart.taxPayable(owner());
      case BUYER_FEE -> Chart.BUYER_FEE_INCOME;
      case STORE_CREDIT -> Chart.STORE_CREDIT;
      case THIRD_PARTY -> Chart.thirdPartyPayable(owner());
      case PLATFORM_PROMOTION ->
          party.startsWith("affiliate:") ? Chart.AFFILIATE_EXPENSE : Chart.PROMO_EXPENSE;
    };
  }
}
