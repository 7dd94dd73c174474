package org.halles.marketplace.request;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.halles.marketplace.vendor.VendorCard;
import org.halles.spi.Money;

/**
 * A vendor's offer on a request.
 *
 * @param reviews how many buyers have rated the vendor
 * @param rating their stars on average, or null
 * @param price for everything that is asked, tax included
 * @param validUntil the last day on which the buyer may accept it
 * @param revision counts what a buyer agrees to
 * @param offerId what the buyer puts into the cart, once it is accepted; else null
 * @param payBy until when the buyer pays, once it is accepted; else null
 */
public record BidView(
    UUID id,
    VendorCard vendor,
    int reviews,
    BigDecimal rating,
    BidStatus status,
    Money price,
    Money shipping,
    int deliveryDays,
    String message,
    LocalDate validUntil,
    int revision,
    Instant madeAt,
    Instant revisedAt,
    UUID offerId,
    Instant payBy) {

  /** What the buyer pays. */
  public Money total() {
    return price.plus(shipping);
  }
}
