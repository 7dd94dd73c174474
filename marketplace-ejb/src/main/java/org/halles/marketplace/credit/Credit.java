package org.halles.marketplace.credit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.shared.Row;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * A credit as stored.
 *
 * @param ending of its code, or null
 * @param accountId whose it is, or null
 */
record Credit(
    UUID id,
    CreditKind kind,
    String ending,
    UUID accountId,
    Money balance,
    boolean sold,
    boolean blocked,
    Instant expiresAt) {

  CurrencyCode currency() {
    return balance.currency();
  }

  /** Whether this account, or nobody in particular, may pay with it now. */
  boolean usableBy(UUID account, Instant now) {
    return !blocked && !isOver(now) && (accountId == null || accountId.equals(account));
  }

  boolean isOver(Instant now) {
    return expiresAt != null && !expiresAt.isAfter(now);
  }

  static Credit read(Row row) throws SQLException {
    return new Credit(
        row.uuid("id"),
        row.one("kind", CreditKind.class),
        row.text("ending"),
        row.uuid("account_id"),
        row.money("balance_minor"),
        row.flag("sold"),
        row.flag("blocked"),
        row.instant("expires_at"));
  }
}
