package org.halles.plugins.stripe;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.halles.spi.Money;

/** What was sent to Stripe, and who is paid there. Every method commits by itself. */
final class Memory {

  private final Database database;

  Memory(Database database) {
    this.database = database;
  }

  /** Writes it down unless the key is known; what stands under the key afterwards. */
  Sent remember(Sent wanted) {
    return database.run(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  """
                  INSERT INTO stripe_gateway.operation
                    (key, kind, amount_minor, currency, sent_at, about)
                  VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")) {
            insert.setString(1, wanted.key());
            insert.setString(2, wanted.kind().name());
            insert.setObject(3, wanted.amount() == null ? null : wanted.amount().minor());
            insert.setString(
                4, wanted.amount() == null ? null : wanted.amount().currency().value());
            insert.setTimestamp(5, Timestamp.from(wanted.at()));
            insert.setString(6, wanted.about());
            insert.executeUpdate();
          }
          return select(connection, "key", wanted.key()).orElseThrow();
        });
  }

  Optional<Sent> byKey(String key) {
    return database.run(connection -> select(connection, "key", key));
  }

  Optional<Sent> byStripeId(String id) {
    return database.run(connection -> select(connection, "stripe_id", id));
  }

  void learn(String key, String stripeId) {
    update(
        "UPDATE stripe_gateway.operation SET stripe_id = ? WHERE key = ? AND stripe_id IS NULL",
        stripeId,
        key);
  }

  /** Nothing arrived and nothing will: the key is spent. */
  void giveUp(String key) {
    update(
        "UPDATE stripe_gateway.operation SET kind = ? WHERE key = ? AND stripe_id IS NULL",
        Sent.Kind.NEVER.name(),
        key);
  }

  /** The connected account of a vendor, if it has one. */
  Optional<String> accountOf(String recipient) {
    return database.run(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT account FROM stripe_gateway.payee WHERE recipient = ?")) {
            select.setString(1, recipient);
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
          }
        });
  }

  void pay(String recipient, String account) {
    update(
        """
        INSERT INTO stripe_gateway.payee (account, recipient) VALUES (?, ?)
        ON CONFLICT (recipient) DO NOTHING""",
        account,
        recipient);
  }

  private void update(String sql, String first, String second) {
    database.run(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, first);
            update.setString(2, second);
            return update.executeUpdate();
          }
        });
  }

  private static Optional<Sent> select(Connection connection, String column, String value)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM stripe_gateway.operation WHERE " + column + " = ?")) {
      select.setString(1, value);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  private static Sent read(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    Instant at = row.getTimestamp("sent_at").toInstant();
    return new Sent(
        row.getString("key"),
        Sent.Kind.valueOf(row.getString("kind")),
        currency == null ? null : Money.of(row.getLong("amount_minor"), currency),
        at,
        row.getString("about"),
        row.getString("stripe_id"));
  }
}
