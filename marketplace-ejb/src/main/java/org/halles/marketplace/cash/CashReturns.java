package org.halles.marketplace.cash;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;

/** Money that vendors are to give back by hand; in the caller's transaction. */
@ApplicationScoped
public class CashReturns {

  /** How far it is. */
  public enum State {
    /** The vendor is to give it back. */
    ASKED,
    /** The buyer has it. */
    GIVEN,
    /** The vendor cannot: the marketplace sends it another way. */
    REFUSED
  }

  /**
   * One of them.
   *
   * @param id of the refund transaction
   * @param saidAt when the vendor said how it ended, or null
   */
  public record Return(UUID id, Money amount, State state, Instant askedAt, Instant saidAt) {}

  private static final String SELECT =
      """
      select r.*, t.amount_minor, t.currency,
             case when r.given_at is not null then 'GIVEN'
                  when r.refused_at is not null then 'REFUSED' else 'ASKED' end as state
        from cash_return r join payment_transaction t on t.id = r.transaction_id
      """;

  private Database database;
  private Clock clock;

  protected CashReturns() {}

  @Inject
  CashReturns(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The vendor is to give it back; the same again changes nothing. */
  void ask(UUID transaction) {
    database.update(
        """
        insert into cash_return (transaction_id, asked_at) values (?, ?)
        on conflict (transaction_id) do nothing
        """,
        transaction,
        clock.instant());
  }

  State stateOf(UUID transaction) {
    return database
        .find(SELECT + " where r.transaction_id = ?", CashReturns::read, transaction)
        .map(Return::state)
        .orElse(State.ASKED);
  }

  /**
   * The vendor says how it ended.
   *
   * @return false if it was said before
   */
  public boolean say(UUID transaction, boolean given, String who, Instant now) {
    return database.update(
            """
            update cash_return set given_at = ?::timestamptz, refused_at = ?::timestamptz, said_by = ?
             where transaction_id = ? and said_by is null
            """,
            given ? now : null,
            given ? null : now,
            who,
            transaction)
        == 1;
  }

  /** One of a purchase. */
  public Optional<Return> find(UUID orderGroup, UUID transaction) {
    return of(orderGroup).stream().filter(one -> one.id().equals(transaction)).findFirst();
  }

  /** Those of a purchase, oldest first. */
  public List<Return> of(UUID orderGroup) {
    return database.list(
        SELECT + " where t.order_group_id = ? order by r.asked_at, r.transaction_id",
        CashReturns::read,
        orderGroup);
  }

  private static Return read(Row row) throws SQLException {
    Instant given = row.instant("given_at");
    return new Return(
        row.uuid("transaction_id"),
        row.money("amount_minor"),
        row.one("state", State.class),
        row.instant("asked_at"),
        given == null ? row.instant("refused_at") : given);
  }
}
