package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.payment.CaptureMoment;
import org.halles.marketplace.payment.Intent;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.Sale;
import org.halles.marketplace.payment.TransactionStatus;
import org.halles.marketplace.payment.Transactions;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.GatewayGrid;
import org.halles.marketplace.shared.Ids;
import org.halles.spi.Money;
import org.halles.spi.PaymentOutcome;

/**
 * Another attempt to pay an order, at the prices that were agreed on: one at a time, however many
 * tabs try.
 */
@ApplicationScoped
public class Reopening {

  /** So long the prices of an order whose payment failed stand. */
  public static final Duration PRICES_STAND = Duration.ofDays(3);

  /**
   * How an order stands towards another attempt.
   *
   * @param holdable true if its money may be held first and taken later
   * @param open the attempt whose end is not known, if there is one
   */
  public record Outlook(
      OrderGroupStatus status, Sale sale, boolean holdable, Optional<PaymentTransaction> open) {}

  private static final String CHANGED =
      """
      select exists (
        select 1 from order_line l
          left join offer o on o.id = l.offer_id
          left join listing i on i.id = o.listing_id
          left join vendor v on v.id = o.vendor_id
         where l.order_group_id = ?
           and (o.id is null or o.version <> l.offer_version or not sells(v)
                or not coalesce(for_sale(o, i,
                     (select account_id from order_group where id = l.order_group_id)), false)
                or closed_on(?::date, v.closed_from, v.closed_to))
      ) or exists (
        select 1 from (select offer_id, sum(quantity) as n from order_line
                        where order_group_id = ? group by offer_id) as then_
          full join (select offer_id, sum(quantity) as n from cart_line
                      where cart_id = ? group by offer_id) as now_ using (offer_id)
         where then_.n is distinct from now_.n
      ) as changed
      """;

  private Database database;
  private Transactions transactions;
  private OrderFates fates;
  private Clock clock;

  protected Reopening() {}

  @Inject
  public Reopening(Database database, Transactions transactions, OrderFates fates, Clock clock) {
    this.database = database;
    this.transactions = transactions;
    this.fates = fates;
    this.clock = clock;
  }

  /** How it stands now; nothing is locked. */
  @Allowed(Role.ANYONE)
  @Transactional
  public Outlook look(UUID orderGroup) {
    Map<UUID, Money> parts = new HashMap<>();
    database.list(
        "select vendor_id, currency, total_minor from vendor_order where order_group_id = ?",
        row -> parts.put(row.uuid("vendor_id"), row.money("total_minor")),
        orderGroup);
    boolean fit = GatewayGrid.allFit(parts.values()); // or a capture of some of them would not
    List<PaymentTransaction> open = transactions.openChargesOf(orderGroup);
    return database
        .find(
            """
            select status, currency, country, total_minor,
                   exists (select from order_line l where l.order_group_id = g.id)
                     and not exists (select from order_line l
                                where l.order_group_id = g.id and l.kind <> 'GOODS') as goods,
                   exists (select from order_credit c where c.order_group_id = g.id) as credit,
                   exists (select from order_line l where l.order_group_id = g.id)
                     and not exists (select from order_line l
                                where l.order_group_id = g.id and l.kind <> 'GOODS')
                     and not exists (select from order_credit c where c.order_group_id = g.id)
                     and not exists (select from order_line l join offer f on f.id = l.offer_id
                                      where l.order_group_id = g.id and f.lead_time_days > ?)
                     and not exists (select from order_policy where accept_hours > ?)
                     as holdable
              from order_group g where id = ?
            """,
            row ->
                new Outlook(
                    row.one("status", OrderGroupStatus.class),
                    new Sale(
                        row.money("total_minor"),
                        row.text("country"),
                        parts.keySet(),
                        row.flag("goods"),
                        row.flag("credit")),
                    fit && row.flag("holdable"),
                    open.isEmpty() ? Optional.empty() : Optional.of(open.get(open.size() - 1))),
            (int) Readiness.IN_TIME.toDays(),
            (int) Readiness.IN_TIME.toHours(),
            orderGroup)
        .orElseThrow();
  }

  /**
   * Refuses what {@link #open} would refuse, before a former attempt is given up for it.
   *
   * @throws CannotPayAgain if it is paid, too old, or no longer what it was
   * @throws CartAlreadyOrdered if the cart became another order meanwhile
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public void requirePossible(UUID orderGroup) {
    LockedOrder order = fates.lock(orderGroup);
    if (order.status() != OrderGroupStatus.AWAITING_PAYMENT) {
      requireRevivable(order, clock.instant());
    }
  }

  /**
   * Writes the intent of another attempt; takes goods and cart again if they were given back.
   *
   * @param moment when the money is taken
   * @param abandoned the attempt its gateway has given up, or null
   * @param outcome what the gateway said then, or null
   * @throws CannotPayAgain if it is paid, under way, too old, or no longer what it was
   * @throws CartAlreadyOrdered if the cart became another order meanwhile
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public Intent open(
      UUID orderGroup,
      String gateway,
      CaptureMoment moment,
      UUID abandoned,
      PaymentOutcome.Declined outcome) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    transactions.lockOpenChargesOf(orderGroup);
    LockedOrder order = fates.lock(orderGroup);
    // read again: another tab may have begun while this one waited for the order
    for (PaymentTransaction charge : transactions.openChargesOf(orderGroup)) {
      if (!charge.id().equals(abandoned)) {
        throw CannotPayAgain.underWay(order.number(), charge.gateway());
      }
      transactions.record(charge, TransactionStatus.FAILED, outcome, now);
    }
    if (order.status() != OrderGroupStatus.AWAITING_PAYMENT) {
      revive(order, now);
    }
    database.update(
        """
        with whole as (
          update order_group set status = 'AWAITING_PAYMENT', reserved_until = ?,
                 version = version + 1 where id = ?
        )
        update vendor_order set status = 'AWAITING_PAYMENT', version = version + 1
         where order_group_id = ?
        """,
        now.plus(Ordering.RESERVATION),
        orderGroup,
        orderGroup);
    Intent intent = intent(order, gateway, moment, now);
    transactions.open(intent);
    return intent;
  }

  private void revive(LockedOrder order, Instant now) {
    requireRevivable(order, now);
    if (!fates.revive(order, now)) {
      throw CannotPayAgain.changed(order.number());
    }
  }

  private void requireRevivable(LockedOrder order, Instant now) {
    boolean unpaid =
        order.status() == OrderGroupStatus.PAYMENT_FAILED
            || order.status() == OrderGroupStatus.EXPIRED;
    if (!unpaid) {
      throw CannotPayAgain.ended(order.number(), order.status());
    }
    Instant until = placedAt(order).plus(PRICES_STAND);
    if (until.isBefore(now)) {
      throw CannotPayAgain.tooLate(order.number(), until);
    }
    database
        .find(
            """
            select number from order_group where cart_id = ?
               and status not in ('PAYMENT_FAILED', 'EXPIRED', 'CANCELLED')
            """,
            row -> row.text("number"),
            order.cartId())
        .ifPresent(
            number -> {
              throw new CartAlreadyOrdered(number);
            });
    if (changed(order, now)) {
      throw CannotPayAgain.changed(order.number());
    }
  }

  private Instant placedAt(LockedOrder order) {
    return database
        .find(
            "select placed_at from order_group where id = ?",
            row -> row.instant("placed_at"),
            order.id())
        .orElseThrow();
  }

  private boolean changed(LockedOrder order, Instant now) {
    return database
        .find(
            CHANGED,
            row -> row.flag("changed"),
            order.id(),
            BusinessCalendar.dayOf(now),
            order.id(),
            order.cartId())
        .orElseThrow();
  }

  /** What belongs to which vendor order, and what belongs to none, as at the first attempt. */
  private Intent intent(LockedOrder order, String gateway, CaptureMoment moment, Instant now) {
    return new Intent(
        Ids.next(),
        Ids.next(),
        order.id(),
        gateway,
        order.total().minus(order.credit()),
        transactions.partsOfAttempt(order.id()),
        moment,
        now);
  }
}
