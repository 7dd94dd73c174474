package org.halles.marketplace.cash;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;

/** Reads how far the cash of a purchase is; in the caller's transaction. */
@ApplicationScoped
public class CashReading {

  private record Found(Money amount, CashView.State state, Instant receivedAt) {}

  private static final String FIND =
      """
      select t.amount_minor, t.currency, c.settled_at,
             case a.state when 'CAPTURED' then 'RECEIVED' when 'ENDED' then 'NOT_COLLECTED'
                          else 'TO_COLLECT' end as state
        from authorisation a
        join payment_transaction t on t.id = a.transaction_id
        left join payment_transaction c on c.id = a.capture_id
       where a.order_group_id = ? and a.moment = 'COLLECTION' and a.state <> 'ASKED'
         and not exists (select from payment_transaction o -- it was paid another way in the end
                          where o.order_group_id = a.order_group_id and o.gateway <> 'cash'
                            and o.kind in ('CHARGE', 'AUTHORISE') and o.status = 'SUCCEEDED')
       order by t.created_at desc limit 1
      """;

  private Database database;
  private CashReturns returns;

  protected CashReading() {}

  @Inject
  CashReading(Database database, CashReturns returns) {
    this.database = database;
    this.returns = returns;
  }

  /** Empty if the purchase is not paid in cash. */
  public Optional<CashView> of(UUID orderGroup) {
    return database
        .find(FIND, CashReading::found, orderGroup)
        .map(found -> view(orderGroup, found));
  }

  private CashView view(UUID orderGroup, Found found) {
    List<CashReturns.Return> back =
        found.state() == CashView.State.RECEIVED ? returns.of(orderGroup) : List.of();
    return new CashView(found.amount(), found.state(), found.receivedAt(), back);
  }

  private static Found found(Row row) throws SQLException {
    return new Found(
        row.money("amount_minor"),
        row.one("state", CashView.State.class),
        row.instant("settled_at"));
  }
}
