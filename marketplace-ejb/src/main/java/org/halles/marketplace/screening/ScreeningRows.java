package org.halles.marketplace.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.order.Assessment;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Keys;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;

/** What is kept about purchases that were looked at; part of the caller's transaction. */
@ApplicationScoped
class ScreeningRows {

  private static final String VIEW =
      """
      select s.*, g.id, g.number, g.placed_at, g.email, g.country, g.currency, g.total_minor,
             g.refund_status, s.state = 'HELD' and parts.waiting as open,
             case when s.state = 'HELD' and g.status <> 'AWAITING_PAYMENT' and not parts.waiting
                  then 'ENDED' else s.state end as standing,
             (select coalesce(sum(r.amount_minor), 0) from refund r where r.order_group_id = g.id
                 and r.cause = 'CHARGEBACK' and r.status <> 'FAILED')::bigint as taken_back_minor,
             exists (select from refund r where r.order_group_id = g.id
                 and r.cause = 'CHARGEBACK' and r.status = 'PENDING') as waits_for_bank
        from order_screening s join order_group g on g.id = s.order_group_id
        cross join lateral (
          select exists (select from vendor_order o
                          where o.order_group_id = g.id and o.status = 'IN_REVIEW')
              or exists (select from gift_card_sale c join store_credit k on k.id = c.credit_id
                          where c.order_group_id = g.id and c.held and k.balance_minor > 0)
                 as waiting
        ) as parts
      """;

  /** Held, paid, and nothing else has ended it meanwhile. */
  private static final String WAITING =
      """
       where s.state = 'HELD'
         and (exists (select from vendor_order o
                       where o.order_group_id = s.order_group_id and o.status = 'IN_REVIEW')
              or exists (select from gift_card_sale c join store_credit k on k.id = c.credit_id
                          where c.order_group_id = s.order_group_id and c.held
                            and k.balance_minor > 0))
      """;

  private static final String LOOK =
      "select w.waiting, v.* from (select count(*) as waiting from order_screening s"
          + WAITING
          + ") w left join ("
          + VIEW
          + " where g.number = ?) v on true";

  /** The purchase and what is known of it. */
  record Found(UUID orderGroup, ScreeningView view) {}

  private Database database;

  protected ScreeningRows() {}

  @Inject
  ScreeningRows(Database database) {
    this.database = database;
  }

  /** Until when the money of this purchase is held. */
  public Instant heldUntil(UUID orderGroup) {
    return database
        .find(
            """
            select case when moment <> 'COLLECTION' then held_until end as held_until
              from authorisation where order_group_id = ? and state in ('HELD', 'CAPTURING')
            """,
            row -> Optional.ofNullable(row.instant("held_until")),
            orderGroup)
        .orElseThrow()
        .orElse(null);
  }

  public Optional<Found> find(String number) {
    return database.find(VIEW + " where g.number = ?", ScreeningRows::found, number);
  }

  /** How many wait, and what is known of this purchase, in one question. */
  public HeldOrders.Look look(String number) {
    return database.find(LOOK, ScreeningRows::look, number).orElse(new HeldOrders.Look(0, null));
  }

  private static HeldOrders.Look look(Row row) throws SQLException {
    long waiting = row.whole("waiting");
    return new HeldOrders.Look(waiting, row.uuid("id") == null ? null : found(row).view());
  }

  /** The highest score first. */
  public Page<ScreeningView> waiting(Paging paging) {
    Optional<Keys> after = paging.keys(2);
    String order = " order by s.score desc, s.order_group_id limit ?";
    List<Found> rows =
        after.isEmpty()
            ? database.list(VIEW + WAITING + order, ScreeningRows::found, paging.limit() + 1)
            : database.list(
                VIEW + WAITING + " and (-s.score, s.order_group_id) > (?, ?)" + order,
                ScreeningRows::found,
                after.get().whole(0),
                after.get().uuid(1),
                paging.limit() + 1);
    return Page.of(
            rows, paging.limit(), one -> Paging.cursor(-one.view().score(), one.orderGroup()))
        .map(Found::view);
  }

  public void decide(UUID orderGroup, ScreeningState state, String by, String reason, Instant at) {
    database.update(
        """
        update order_screening set state = ?, decided_at = ?, decided_by = ?, reason = ?
         where order_group_id = ?
        """,
        state,
        at,
        by,
        reason,
        orderGroup);
  }

  private static Found found(Row row) throws SQLException {
    return new Found(
        row.uuid("id"),
        new ScreeningView(
            row.text("number"),
            row.instant("placed_at"),
            row.text("email"),
            row.text("country"),
            row.money("total_minor"),
            row.integer("score"),
            row.one("standing", ScreeningState.class),
            row.flag("open"),
            row.text("refund_status"),
            row.money("taken_back_minor").isPositive(),
            row.money("taken_back_minor"),
            row.flag("waits_for_bank"),
            List.of(row.json("findings", Assessment.Finding[].class)),
            row.instant("decided_at"),
            row.text("decided_by"),
            row.text("reason")));
  }
}
