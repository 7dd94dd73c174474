package org.halles.plugins.sandbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * The sandbox's operations. The key is unique in the database: that is what makes it idempotent.
 */
final class Books {

  private static final String COLUMNS =
      "idempotency_key, reference, kind, charge_key, amount_minor, currency, fee_minor, outcome,"
          + " settles_at, order_reference, return_url, created_at, held_until";

  private static final String SELECT =
      "SELECT " + COLUMNS + " FROM sandbox_gateway.operation o WHERE ";

  /** Takes a key over from a question that was asked before, never from another operation. */
  private static final String INSERT =
      "INSERT INTO sandbox_gateway.operation AS o ("
          + COLUMNS
          + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (idempotency_key) DO UPDATE SET"
          + " reference = excluded.reference, kind = excluded.kind,"
          + " charge_key = excluded.charge_key, amount_minor = excluded.amount_minor,"
          + " currency = excluded.currency, fee_minor = excluded.fee_minor,"
          + " outcome = excluded.outcome, settles_at = excluded.settles_at,"
          + " order_reference = excluded.order_reference, return_url = excluded.return_url,"
          + " created_at = excluded.created_at, held_until = excluded.held_until WHERE o.kind = 'unseen' AND excluded.kind <> 'unseen'";

  private final Database database;

  Books(Database database) {
    this.database = database;
  }

  /** Records an operation; false if its key is already another's. One round trip. */
  boolean record(Operation operation) {
    return database.run(connection -> insert(connection, operation));
  }

  /** Records a refund if that much is left of its charge, else its refusal; false as above. */
  boolean recordRefund(Operation accepted, Operation refused) {
    return database.together(
        connection -> insert(connection, take(connection, accepted) ? accepted : refused));
  }

  /** Records a capture if so much is held, else its refusal; false as above. */
  boolean recordCapture(Operation accepted, Operation refused) {
    return database.together(
        connection -> insert(connection, takeHeld(connection, accepted) ? accepted : refused));
  }

  /** Lets go what is held; false if it was captured. */
  boolean release(String key, Instant now) {
    update(
        "UPDATE sandbox_gateway.operation SET ended_at = ?"
            + " WHERE idempotency_key = ? AND kind = 'authorise' AND ended_at IS NULL",
        at(now),
        key);
    return select("o.charge_key = ? AND o.kind = 'charge' AND o.outcome = 'succeeded'", key)
        .isEmpty();
  }

  /** True for a charge whose first refund is to be refused, as long as it had none. */
  boolean refusesNow(String chargeKey) {
    return !select(
            "o.idempotency_key = ? AND o.kind = 'charge' AND starts_with(o.reference, ?)"
                + " AND NOT EXISTS (SELECT 1 FROM sandbox_gateway.operation r"
                + " WHERE r.charge_key = o.idempotency_key AND r.kind = 'refund')",
            chargeKey,
            Requests.REFUSING)
        .isEmpty();
  }

  /** Records a payout if the balance covers it, else its refusal; false as above. */
  boolean recordPayout(Operation accepted, Operation refused) {
    return database.together(
        connection -> insert(connection, covers(connection, accepted) ? accepted : refused));
  }

  Optional<Operation> byKey(String key) {
    return select("o.idempotency_key = ?", key).stream().findFirst();
  }

  Optional<Operation> byReference(String reference) {
    return select("o.reference = ?", reference).stream().findFirst();
  }

  /** Gives a key up for ever, if nothing came under it since it was first asked about. */
  void giveUp(String key, Instant firstAskedBefore) {
    update(
        "UPDATE sandbox_gateway.operation SET kind = 'never'"
            + " WHERE idempotency_key = ? AND kind = 'unseen' AND created_at <= ?",
        key,
        at(firstAskedBefore));
  }

  /** The first decision on a waiting charge stands. */
  void decide(String reference, String outcome, Instant now, Instant oldest) {
    update(
        "UPDATE sandbox_gateway.operation SET outcome = ?, settles_at = ?"
            + " WHERE reference = ? AND kind IN ('charge', 'authorise') AND settles_at IS NULL"
            + " AND created_at > ?",
        outcome,
        at(now),
        reference,
        at(oldest));
  }

  /** A charge nobody has decided yet will not be decided any more. */
  void cancel(String key, Instant now) {
    update(
        "UPDATE sandbox_gateway.operation SET outcome = 'abandoned', settles_at = ?"
            + " WHERE idempotency_key = ? AND kind IN ('charge', 'authorise') AND settles_at IS NULL",
        at(now),
        key);
  }

  List<Operation> createdSince(Instant since, int limit) {
    return select(
        "o.created_at >= ? AND o.kind NOT IN ('unseen', 'never', 'authorise')"
            + " ORDER BY o.created_at, o.reference LIMIT ?",
        at(since),
        limit);
  }

  /** Those whose present state began since an instant; what settles later is not there yet. */
  List<Operation> changedSince(Instant since, Instant now, int limit) {
    return select(
        "coalesce(o.settles_at, o.created_at) BETWEEN ? AND ? AND o.kind IN ('charge', 'refund', 'authorise')"
            + " ORDER BY coalesce(o.settles_at, o.created_at), o.reference LIMIT ?",
        at(since),
        at(now),
        limit);
  }

  /** Reserves the refund on its charge, whose row it locks; false if not that much is left. */
  private static boolean take(Connection connection, Operation refund) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE sandbox_gateway.operation SET refunded_minor = refunded_minor + ?"
                + " WHERE idempotency_key = ? AND kind = 'charge' AND currency = ?"
                + " AND outcome = 'succeeded' AND settles_at <= ?"
                + " AND refunded_minor + ? <= amount_minor")) {
      update.setLong(1, refund.amount().minor());
      update.setString(2, refund.chargeKey());
      update.setString(3, refund.amount().currency().value());
      update.setObject(4, at(refund.createdAt()));
      update.setLong(5, refund.amount().minor());
      return update.executeUpdate() == 1;
    }
  }

  /** Ends the hold, whose row it locks; false if it is over, or of less. */
  private static boolean takeHeld(Connection connection, Operation capture) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE sandbox_gateway.operation SET ended_at = ?"
                + " WHERE idempotency_key = ? AND kind = 'authorise' AND currency = ?"
                + " AND outcome = 'succeeded' AND settles_at <= ? AND ended_at IS NULL"
                + " AND held_until > ? AND amount_minor >= ? AND NOT starts_with(reference, ?)")) {
      bind(
          update,
          at(capture.createdAt()),
          capture.chargeKey(),
          capture.amount().currency().value(),
          at(capture.createdAt()),
          at(capture.createdAt()),
          capture.amount().minor(),
          Requests.REFUSING_CAPTURE);
      return update.executeUpdate() == 1;
    }
  }

  /** Payouts queue here, so that two of them never spend the same balance. */
  private static boolean covers(Connection connection, Operation payout) throws SQLException {
    try (PreparedStatement queue =
            connection.prepareStatement(
                "SELECT pg_advisory_xact_lock(hashtext('sandbox-gateway-payouts'))");
        PreparedStatement balance =
            connection.prepareStatement(
                "SELECT coalesce(sum(CASE kind WHEN 'charge' THEN amount_minor - fee_minor"
                    + " ELSE -amount_minor END), 0)"
                    + " - coalesce((SELECT sum(c.amount_minor + c.fee_minor)"
                    + " FROM sandbox_gateway.chargeback c"
                    + " WHERE c.currency = ? AND c.state <> 'WON'), 0) >= ? FROM sandbox_gateway.operation"
                    + " WHERE currency = ? AND outcome = 'succeeded' AND settles_at <= ?"
                    + " AND kind IN ('charge', 'refund', 'payout')")) {
      queue.execute();
      bind(
          balance,
          payout.amount().currency().value(),
          payout.amount().minor(),
          payout.amount().currency().value(),
          at(payout.createdAt()));
      try (ResultSet row = balance.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static boolean insert(Connection connection, Operation operation) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      Money amount = operation.amount();
      Object[] values = {
        operation.key(),
        operation.reference(),
        operation.kind(),
        operation.chargeKey(),
        amount == null ? null : amount.minor(),
        amount == null ? null : amount.currency().value(),
        operation.fee() == null ? 0L : operation.fee().minor(),
        operation.outcome(),
        at(operation.settlesAt()),
        operation.orderReference(),
        operation.returnUrl(),
        at(operation.createdAt()),
        at(operation.heldUntil())
      };
      bind(insert, values);
      return insert.executeUpdate() == 1;
    }
  }

  private List<Operation> select(String condition, Object... values) {
    return database.run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(SELECT + condition)) {
            bind(select, values);
            try (ResultSet row = select.executeQuery()) {
              List<Operation> found = new ArrayList<>();
              while (row.next()) {
                found.add(read(row));
              }
              return found;
            }
          }
        });
  }

  private void update(String sql, Object... values) {
    database.run(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(sql)) {
            bind(update, values);
            return update.executeUpdate();
          }
        });
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private static Operation read(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    Money amount =
        currency == null
            ? null
            : new Money(row.getLong("amount_minor"), new CurrencyCode(currency));
    return new Operation(
        row.getString("idempotency_key"),
        row.getString("reference"),
        row.getString("kind"),
        row.getString("charge_key"),
        amount,
        amount == null ? null : new Money(row.getLong("fee_minor"), amount.currency()),
        row.getString("outcome"),
        instant(row, "settles_at"),
        row.getString("order_reference"),
        row.getString("return_url"),
        instant(row, "created_at"),
        instant(row, "held_until"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
