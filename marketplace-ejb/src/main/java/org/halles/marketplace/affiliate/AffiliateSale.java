package org.halles.marketplace.affiliate;

import java.time.Instant;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * What an affiliate earned with one vendor's part of a purchase.
 *
 * @param id of that part, an opaque word: the affiliate learns neither who bought nor what
 * @param vendor whose goods they were
 * @param earned when it was sold
 * @param back what of it went back with refunds
 * @param soldAt UTC
 * @param maturedAt since when it may be paid; UTC; null while the goods may come back
 */
public record AffiliateSale(
    UUID id, String vendor, Money earned, Money back, Instant soldAt, Instant maturedAt) {

  public Money left() {
    return earned.minus(back);
  }
}
