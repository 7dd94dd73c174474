package org.halles.marketplace.hold;

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

/** What waits for which day, as stored; part of the caller's transaction. */
@ApplicationScoped
class HoldRows {

  /**
   * A part whose money waits for a day.
   *
   * @param terms those of the day it was set
   * @param released true if it does not wait any more
   */
  record Hold(HeldOrder order, HoldTerms terms, boolean released) {}

  /** What was kept back of a part. */
  record Reserve(HeldOrder order, Money amount) {}

  private static final String SET =
      """
      insert into money_hold as h (vendor_order_id, order_group_id, vendor_id, release_at,
                                   delivered, reserve_basis_points, reserve_days)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (vendor_order_id) do update
         set release_at = least(h.release_at, excluded.release_at),
             delivered = h.delivered or excluded.delivered
       where h.released_at is null
      """;

  private Database database;

  protected HoldRows() {}

  @Inject
  HoldRows(Database database) {
    this.database = database;
  }

  /** Sets the day, or an earlier one. */
  public void set(HeldOrder order, HoldTerms terms, Instant day, boolean delivered) {
    database.update(
        SET,
        order.id(),
        order.orderGroupId(),
        order.vendorId(),
        day,
        delivered,
        terms.reserveBasisPoints(),
        terms.reserveDays());
  }

  public Optional<Hold> find(UUID vendorOrder) {
    return database.find(
        "select * from money_hold where vendor_order_id = ?", HoldRows::hold, vendorOrder);
  }

  /** The parts whose day has come. */
  public List<UUID> due(Instant now, int most) {
    return database.list(
        """
        select vendor_order_id from money_hold
         where released_at is null and release_at <= ? order by release_at limit ?
        """,
        row -> row.uuid("vendor_order_id"),
        now,
        most);
  }

  /** A part whose day has come, locked with its purchase; empty if somebody else was quicker. */
  public Optional<Hold> lockDue(UUID vendorOrder, Instant now) {
    return database.find(
        """
        select h.* from money_hold h
          join vendor_order o on o.id = h.vendor_order_id
          join order_group g on g.id = o.order_group_id
         where h.vendor_order_id = ? and h.released_at is null and h.release_at <= ?
           for update
        """,
        HoldRows::hold,
        vendorOrder,
        now);
  }

  public void released(UUID vendorOrder, Instant now) {
    database.update(
        "update money_hold set released_at = ? where vendor_order_id = ?", now, vendorOrder);
  }

  public void keep(HeldOrder order, Money amount, Instant until) {
    database.update(
        """
        insert into money_reserve (vendor_order_id, order_group_id, vendor_id, amount_minor,
                                   currency, release_at)
        values (?, ?, ?, ?, ?, ?)
        """,
        order.id(),
        order.orderGroupId(),
        order.vendorId(),
        amount.minor(),
        amount.currency().value(),
        until);
  }

  public List<UUID> reservesDue(Instant now, int most) {
    return database.list(
        """
        select vendor_order_id from money_reserve
         where released_at is null and release_at <= ? order by release_at limit ?
        """,
        row -> row.uuid("vendor_order_id"),
        now,
        most);
  }

  public Optional<Reserve> lockReserve(UUID vendorOrder, Instant now) {
    return database.find(
        """
        select * from money_reserve
         where vendor_order_id = ? and released_at is null and release_at <= ? for update
        """,
        row -> new Reserve(order(row), row.money("amount_minor")),
        vendorOrder,
        now);
  }

  /**
   * @param given less than was kept back if refunds took of it
   */
  public void reserveReleased(UUID vendorOrder, Money given, Instant now) {
    database.update(
        "update money_reserve set released_at = ?, released_minor = ? where vendor_order_id = ?",
        now,
        given.minor(),
        vendorOrder);
  }

  private static Hold hold(Row row) throws SQLException {
    return new Hold(
        order(row),
        new HoldTerms(0, null, row.integer("reserve_basis_points"), row.integer("reserve_days")),
        row.instant("released_at") != null);
  }

  private static HeldOrder order(Row row) throws SQLException {
    return new HeldOrder(
        row.uuid("vendor_order_id"), row.uuid("vendor_id"), row.uuid("order_group_id"));
  }
}
