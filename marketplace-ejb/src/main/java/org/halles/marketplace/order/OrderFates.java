package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.halles.marketplace.catalog.Stock;
import org.halles.marketplace.credit.StoreCredits;
import org.halles.marketplace.pricing.Allocation;
import org.halles.marketplace.promotion.Redemptions;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.VendorPart;
import org.halles.marketplace.shared.Row;

/**
 * What becomes of an order when its payment is decided: paid, dead, or back from the dead. Always
 * inside the caller's transaction, on an order locked by it.
 */
@ApplicationScoped
public class OrderFates {

  /**
   * The parts of an order that was just paid.
   *
   * @param begin where all of them stand
   */
  public record PaidParts(List<VendorPart> parts, VendorOrderStatus begin) {}

  private static final String LOCK =
      """
      select id, number, status, cart_id, email, language, currency, total_minor,
             download_at_once, gateway_fee_version,
             (select coalesce(sum(c.amount_minor), 0) from order_credit c
               where c.order_group_id = order_group.id) as credit_minor
        from order_group
      """;

  private static final String PAID =
      """
      with whole as (
        update order_group set status = ?, paid_at = ?::timestamptz, begun_at = ?,
               version = version + 1 where id = ?
      )
      update vendor_order o
         set status = case when s.held then 'IN_REVIEW'
                           when p.accept_hours is null then 'TO_SHIP' else 'TO_ACCEPT' end,
             accept_by = case when not s.held
                           then ?::timestamptz + make_interval(hours => p.accept_hours) end,
             version = version + 1
        from order_policy p
       cross join (select exists (select from order_screening
                                   where order_group_id = ? and state = 'HELD') as held) s
       where o.order_group_id = (select ?::uuid)
      returning o.id, vendor_id, number, o.status, currency, items_minor, total_minor
      """;

  private static final String RELEASED =
      """
      update vendor_order o
         set status = case when p.accept_hours is null then 'TO_SHIP' else 'TO_ACCEPT' end,
             accept_by = ?::timestamptz + make_interval(hours => p.accept_hours),
             version = version + 1
        from order_policy p
       where o.order_group_id = (select ?::uuid) and o.status = 'IN_REVIEW'
      returning o.id, vendor_id, number, o.status, currency, items_minor, total_minor
      """;

  private static final String DEAD =
      "with "
          + Redemptions.RELEASE
          + """
      , whole as (
        update order_group set status = ?, version = version + 1 where id = ?
      ), basket as (
        update cart set status = 'OPEN', version = version + 1, updated_at = ?
         where id = ? and status = 'ORDERED'
      )
      update vendor_order set status = 'CANCELLED', version = version + 1
       where order_group_id = ?
      """;

  private Database database;
  private Stock stock;
  private StoreCredits credits;
  private Redemptions redemptions;
  private DownloadGrants downloads;

  protected OrderFates() {}

  @Inject
  public OrderFates(
      Database database,
      Stock stock,
      StoreCredits credits,
      Redemptions redemptions,
      DownloadGrants downloads) {
    this.database = database;
    this.credits = credits;
    this.stock = stock;
    this.redemptions = redemptions;
    this.downloads = downloads;
  }

  /** The order, locked; a payment transaction of it must be locked before. */
  public LockedOrder lock(UUID id) {
    return database.find(LOCK + " where id = ? for update", OrderFates::read, id).orElseThrow();
  }

  /** Orders whose reservation ran out, locked; those somebody else works on are left out. */
  public List<LockedOrder> lockExpired(Instant now, int most) {
    return database.list(
        LOCK
            + """
             where status = 'AWAITING_PAYMENT' and reserved_until <= ?
             order by reserved_until limit ? for update skip locked
            """,
        OrderFates::read,
        now,
        most);
  }

  /**
   * The frozen split of everything that still stands, summed by part, party and kind: what a
   * capture books.
   */
  public List<FrozenLeg> legs(UUID orderGroup) {
    return database.list(
        """
        select vendor_order_id, party, kind, currency, sum(amount_minor) as amount
          from allocation_line a where order_group_id = (select ?::uuid)
           and not exists (select from vendor_order o where o.id = a.vendor_order_id and o.untaken)
         group by vendor_order_id, party, kind, currency
         order by vendor_order_id, kind, party
        """,
        row ->
            new FrozenLeg(
                row.uuid("vendor_order_id"),
                row.text("party"),
                row.one("kind", Allocation.Kind.class),
                row.money("amount")),
        orderGroup);
  }

  /** The vendors may begin, or accept first where the operator's policy wants it. */
  public PaidParts paid(LockedOrder order, Instant now) {
    return begin(order, OrderGroupStatus.PAID, now);
  }

  /** The same, but the money is only held for now. */
  public PaidParts authorised(LockedOrder order, Instant now) {
    return begin(order, OrderGroupStatus.AUTHORISED, now);
  }

  /** What was held is taken; the parts that still stand are where they are. */
  public List<VendorPart> taken(LockedOrder order, Instant now) {
    return database.list(
        """
        with whole as (
          update order_group set status = 'PAID', paid_at = ?, version = version + 1 where id = ?
        )
        select id, vendor_id, number, currency, items_minor, total_minor from vendor_order
         where order_group_id = (select ?::uuid) and not untaken order by position
        """,
        OrderFates::part,
        now,
        order.id(),
        order.id());
  }

  private PaidParts begin(LockedOrder order, OrderGroupStatus money, Instant now) {
    AtomicReference<VendorOrderStatus> begin = new AtomicReference<>(VendorOrderStatus.TO_SHIP);
    List<VendorPart> parts =
        database.list(
            PAID,
            row -> {
              begin.set(row.one("status", VendorOrderStatus.class));
              return part(row);
            },
            money,
            money == OrderGroupStatus.PAID ? now : null,
            now,
            order.id(),
            now,
            order.id(),
            order.id());
    if (begin.get() != VendorOrderStatus.IN_REVIEW) {
      downloads.grant(order, now);
    }
    return new PaidParts(parts, begin.get());
  }

  /** What waited for a person may begin now; empty if nothing of it waits any more. */
  public Optional<PaidParts> released(LockedOrder order, Instant now) {
    AtomicReference<VendorOrderStatus> begin = new AtomicReference<>(VendorOrderStatus.TO_SHIP);
    List<VendorPart> parts =
        database.list(
            RELEASED,
            row -> {
              begin.set(row.one("status", VendorOrderStatus.class));
              return part(row);
            },
            now,
            order.id());
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    downloads.grant(order, now);
    return Optional.of(new PaidParts(parts, begin.get()));
  }

  private static VendorPart part(Row row) throws SQLException {
    return new VendorPart(
        row.uuid("id"),
        row.uuid("vendor_id"),
        row.text("number"),
        row.money("items_minor"),
        row.money("total_minor"));
  }

  /** A vendor that said nothing in time has accepted. */
  public int acceptOverdue(Instant now) {
    return database.update(
        """
        update vendor_order set status = 'TO_SHIP', version = version + 1
         where status = 'TO_ACCEPT' and accept_by <= ?
        """,
        now);
  }

  /** No money: the goods are on sale again and the cart is open again. */
  public void dead(LockedOrder order, OrderGroupStatus how, Instant now) {
    database.update(DEAD, now, order.id(), how, order.id(), now, order.cartId(), order.id());
    if (order.credit().isPositive()) {
      credits.release(order.id(), now);
    }
    stock.giveBack(quantities(order.id()), order.id());
  }

  /** Keeps the goods longer: the payment is under way. */
  public void keepUntil(LockedOrder order, Instant until) {
    database.update(
        "update order_group set reserved_until = greatest(reserved_until, ?) where id = ?",
        until,
        order.id());
  }

  /**
   * Takes goods and cart for a dead order again, because money came after all.
   *
   * @return false if the goods, its credit or its coupons are gone, or the cart was ordered again
   *     meanwhile; nothing is taken then
   */
  public boolean revive(LockedOrder order, Instant now) {
    int claimed =
        database.update(
            """
            update cart set status = 'ORDERED', version = version + 1, updated_at = ?
             where id = ? and status = 'OPEN'
            """,
            now,
            order.cartId());
    if (claimed == 0) {
      return false;
    }
    if (redemptions.takeAgain(order.id())) {
      if (takeCreditAgain(order, now)) {
        if (stock.take(quantities(order.id()), order.id()).isEmpty()) {
          return true;
        }
        credits.release(order.id(), now);
      }
      redemptions.release(order.id(), now);
    }
    database.update("update cart set status = 'OPEN' where id = ?", order.cartId());
    return false;
  }

  private boolean takeCreditAgain(LockedOrder order, Instant now) {
    return order.credit().isZero() || credits.takeAgain(order.id(), now);
  }

  private Map<UUID, Integer> quantities(UUID orderGroup) {
    Map<UUID, Integer> quantities = new HashMap<>();
    database.list(
        "select offer_id, quantity from order_line where order_group_id = ?",
        row -> quantities.merge(row.uuid("offer_id"), row.integer("quantity"), Integer::sum),
        orderGroup);
    return quantities;
  }

  private static LockedOrder read(Row row) throws SQLException {
    return new LockedOrder(
        row.uuid("id"),
        row.text("number"),
        row.one("status", OrderGroupStatus.class),
        row.uuid("cart_id"),
        row.text("email"),
        row.text("language"),
        row.money("total_minor"),
        row.money("credit_minor"),
        row.text("download_at_once") == null ? null : row.flag("download_at_once"),
        row.integerOrNull("gateway_fee_version"));
  }
}
