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
      select t.id as transaction_id, t.amount_minor, t.currency, r.given_at, r.refused_at,
             coalesce(r.asked_at, t.created_at) as asked_at,
             case when r.given_at is not null then 'GIVEN'
                  when r.refused_at is not null then 'REFUSED' else 'ASKED' end as state
        from payment_transaction t left join cash_return r on r.transaction_id = t.id
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
        .find(SELECT + " where t.id = ?", CashReturns::read, transaction)
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
            insert into cash_return as r (transaction_id, asked_at, given_at, refused_at, said_by)
            values (?, ?, ?, ?, ?)
            on conflict (transaction_id) do update
               set given_at = excluded.given_at, refused_at = excluded.refused_at,
                   said_by = excluded.said_by
             where r.said_by is null
            """,
            transaction,
            now,
            given ? now : null,
            given ? null : now,
            who)
        == 1;
  }

  /** One of a purchase. */
  public Optional<Return> find(UUID orderGroup, UUID transaction) {
    return of(orderGroup).stream().filter(one -> one.id().equals(transaction)).findFirst();
  }

  /**
   * Those of a purchase, oldest first. The vendor need not wait until it is asked: what was decided
   * a moment ago is among them.
   */
  public List<Return> of(UUID orderGroup) {
    return database.list(
        SELECT
            + """
             where t.order_group_id = ? and t.gateway = 'cash' and t.kind = 'REFUND'
               and (r.transaction_id is not null or t.status = 'NEW' and t.next_check_at is not null)
             order by asked_at, t.id
            """,
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
