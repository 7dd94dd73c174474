package org.halles.plugins.sandbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway.Chargeback;
import org.halles.spi.PaymentGateway.ChargebackState;
import org.halles.spi.PaymentGateway.Evidence;
import org.halles.spi.PaymentGateway.EvidenceFile;

/**
 * What the simulated bank took back. An open chargeback counts as given back of its charge; a won
 * one does not any more.
 */
final class Chargebacks {

  /** A chargeback and when it last changed. */
  record Changed(Chargeback it, Instant at) {}

  static final Duration TIME_TO_ANSWER = Duration.ofDays(7);

  private static final String SELECT = "SELECT * FROM sandbox_gateway.chargeback WHERE ";

  private final Database database;
  private final long feeMinor;

  /**
   * @param feeMinor what the bank takes for each, in minor units
   */
  Chargebacks(Database database, long feeMinor) {
    this.database = database;
    this.feeMinor = feeMinor;
  }

  /** Takes money of a charge back; false if that much is not left of it. */
  boolean open(String reference, String chargeKey, Money amount, String reason, Instant now) {
    return database.together(
        connection ->
            move(connection, chargeKey, amount.minor(), amount.currency().value())
                && insert(connection, reference, chargeKey, amount, reason, now));
  }

  Optional<Chargeback> find(String reference) {
    return select("reference = ?", reference).stream().map(Changed::it).findFirst();
  }

  List<Chargeback> since(Instant since, int limit) {
    return select("opened_at >= ? ORDER BY opened_at, reference LIMIT ?", at(since), limit).stream()
        .map(Changed::it)
        .toList();
  }

  List<Changed> changedSince(Instant since, int limit) {
    return select("changed_at >= ? ORDER BY changed_at, reference LIMIT ?", at(since), limit);
  }

  /** Takes evidence while it is open and in time; a second time it stays as it is. */
  boolean contest(String reference, Evidence evidence, Instant now) {
    update(
        "UPDATE sandbox_gateway.chargeback SET state = 'CONTESTED', evidence = ?,"
            + " evidence_files = ?, changed_at = ?"
            + " WHERE reference = ? AND state = 'OPEN' AND answer_by >= ?",
        evidence.text(),
        evidence.files().stream().map(EvidenceFile::name).toArray(String[]::new),
        at(now),
        reference,
        at(now));
    return find(reference).filter(one -> one.state() == ChargebackState.CONTESTED).isPresent();
  }

  /** Ends it; the first end stands. Won, the money is the charge's again and the fee is none. */
  boolean decide(String reference, boolean won, Instant now) {
    Optional<Chargeback> known = find(reference);
    known.ifPresent(
        one ->
            database.together(
                connection -> end(connection, one, won ? 0 : one.amount().minor(), now)));
    return known.isPresent();
  }

  /** Ends it in part: the rest of the money is the charge's again, the fee stays. */
  boolean decide(String reference, Money kept, Instant now) {
    Optional<Chargeback> known = find(reference);
    known.ifPresent(
        one -> {
          if (!kept.isPositive() || kept.compareTo(one.amount()) >= 0) {
            throw new IllegalArgumentException(
                "of %s a part stays with the buyer, not %s".formatted(one.amount(), kept));
          }
          database.together(connection -> end(connection, one, kept.minor(), now));
        });
    return known.isPresent();
  }

  private static boolean end(Connection connection, Chargeback known, long kept, Instant now)
      throws SQLException {
    long back = known.amount().minor() - kept;
    String state = kept == 0 ? "WON" : back == 0 ? "LOST" : "PARTLY";
    boolean ended =
        run(
            connection,
            "UPDATE sandbox_gateway.chargeback SET state = ?, changed_at = ?, kept_minor = ?,"
                + " fee_minor = CASE ? WHEN 'WON' THEN 0 ELSE fee_minor END"
                + " WHERE reference = ? AND state IN ('OPEN', 'CONTESTED')",
            state,
            at(now),
            state.equals("PARTLY") ? kept : null,
            state,
            known.reference());
    return ended
        && (back == 0
            || move(connection, known.chargeKey(), -back, known.amount().currency().value()));
  }

  /** Reserves money on its charge, whose row it locks, or gives it back. */
  private static boolean move(Connection connection, String charge, long minor, String currency)
      throws SQLException {
    return run(
        connection,
        "UPDATE sandbox_gateway.operation SET refunded_minor = refunded_minor + ?"
            + " WHERE idempotency_key = ? AND kind = 'charge' AND currency = ?"
            + " AND outcome = 'succeeded' AND refunded_minor + ? BETWEEN 0 AND amount_minor",
        minor,
        charge,
        currency,
        minor);
  }

  private boolean insert(
      Connection connection,
      String reference,
      String chargeKey,
      Money amount,
      String reason,
      Instant now)
      throws SQLException {
    return run(
        connection,
        "INSERT INTO sandbox_gateway.chargeback (reference, charge_key, amount_minor, currency,"
            + " fee_minor, reason, state, opened_at, answer_by, changed_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?)",
        reference,
        chargeKey,
        amount.minor(),
        amount.currency().value(),
        feeMinor,
        reason,
        at(now),
        at(now.plus(TIME_TO_ANSWER)),
        at(now));
  }

  private void update(String sql, Object... values) {
    database.run(connection -> run(connection, sql, values));
  }

  private static boolean run(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate() == 1;
    }
  }

  private List<Changed> select(String condition, Object... values) {
    return database.run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(SELECT + condition)) {
            bind(select, values);
            try (ResultSet row = select.executeQuery()) {
              List<Changed> found = new ArrayList<>();
              while (row.next()) {
                found.add(read(row));
              }
              return found;
            }
          }
        });
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private static Changed read(ResultSet row) throws SQLException {
    CurrencyCode currency = new CurrencyCode(row.getString("currency"));
    Money amount = new Money(row.getLong("amount_minor"), currency);
    ChargebackState state = ChargebackState.valueOf(row.getString("state"));
    return new Changed(
        new Chargeback(
            row.getString("reference"),
            row.getString("charge_key"),
            amount,
            new Money(row.getLong("fee_minor"), currency),
            row.getString("reason"),
            state,
            instant(row, "opened_at"),
            instant(row, "answer_by"),
            state == ChargebackState.LOST
                ? amount
                : new Money(row.getLong("kept_minor"), currency)),
        instant(row, "changed_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
