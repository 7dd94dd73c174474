package org.halles.marketplace.payout;

import java.util.UUID;
import org.halles.spi.Money;

/**
 * Who is paid.
 *
 * @param slug the vendor's, the affiliate's code, or the party under which gifts for a fund are
 *     booked
 * @param account of the book: what is available there may be paid
 */
public record Payee(Kind kind, UUID id, String slug, String name, String account) {

  /** The sorts of people this marketplace pays. */
  public enum Kind {
    VENDOR,
    AFFILIATE,
    FUND
  }

  public boolean isVendor() {
    return kind == Kind.VENDOR;
  }

  /** It is not paid so much now. */
  HeldBack heldBack(Money amount, String reason, String detail) {
    return new HeldBack(name, slug, amount, reason, detail, vendorId());
  }

  /** The vendor in whose name it is, or null. */
  UUID vendorId() {
    return isVendor() ? id : null;
  }
}
