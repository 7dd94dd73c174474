package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** What is delivered without a parcel: work that is done, files that open. */
@ApplicationScoped
public class Handover {

  /** What needs no parcel; files that open by themselves are left to them. */
  private static final String TO_DO =
      """
      select l.id from order_line l
       where l.vendor_order_id = ? and l.kind <> 'GOODS'
         and l.shipped_quantity + l.cancelled_quantity < l.quantity
         and not exists (select 1 from download d where d.order_line_id = l.id)
       order by l.position
      """;

  private Database database;
  private VendorOrders orders;
  private Dispatch dispatch;
  private Clock clock;

  protected Handover() {}

  @Inject
  Handover(Database database, VendorOrders orders, Dispatch dispatch, Clock clock) {
    this.database = database;
    this.orders = orders;
    this.dispatch = dispatch;
    this.clock = clock;
  }

  /**
   * These lines are with the buyer; with the last one the part is delivered. Saying it twice
   * changes nothing.
   */
  @Allowed(Role.SYSTEM)
  @Transactional(Transactional.TxType.MANDATORY)
  public void lines(UUID vendorOrder, List<UUID> lines, Instant now) {
    dispatch.handOver(orders.lock(vendorOrder), lines, Timeline.DOWNLOADABLE, now);
  }

  /**
   * The vendor has done the work; with the last of it the order is delivered.
   *
   * @throws org.halles.marketplace.shared.NotFound also if it is another vendor's
   * @throws CannotShip if nothing of it is left to do
   * @throws org.halles.marketplace.shared.InvalidInput naming everything that is wrong
   */
  @Needs(Permission.ORDERS_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public void performed(VendorScope vendor, String number, Performance work) {
    VendorOrders.Place order = orders.lock(vendor.vendorId(), number);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<UUID> left = database.list(TO_DO, row -> row.uuid("id"), order.id());
    if (left.isEmpty() || !VendorOrderFilter.TO_DO.statuses().contains(order.status())) {
      throw new CannotShip(number, order.status());
    }
    LocalDate on = checked(work, left, BusinessCalendar.dayOf(now));
    List<UUID> done = work.lines().isEmpty() ? left : work.lines();
    database.update(
        "update order_line set performed_on = ? where id = any(?)", on, done.toArray(UUID[]::new));
    dispatch.handOver(order, done, Timeline.PERFORMED, now);
  }

  private static LocalDate checked(Performance work, List<UUID> left, LocalDate today) {
    Checklist checklist = new Checklist();
    for (int index = 0; index < work.lines().size(); index++) {
      if (!left.contains(work.lines().get(index))) {
        checklist.reject(
            "lines[" + index + "]",
            "is no line of this order that is left to do",
            work.lines().get(index));
      }
    }
    LocalDate on = work.on() == null ? today : work.on();
    if (on.isAfter(today)) {
      checklist.reject("on", "must not be in the future", on);
    }
    checklist.done();
    return on;
  }
}
