package org.halles.marketplace.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.Earnings;
import org.halles.marketplace.order.VendorBalance;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Keys;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.vendor.Approval;
import org.halles.marketplace.vendor.Memberships;
import org.halles.marketplace.vendor.VendorKind;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorView;

/** The operator looks at applications, longest waiting first, and decides; and ends vendors. */
@ApplicationScoped
@Transactional
public class Admission {

  private static final String QUEUE =
      """
      select v.id, v.slug, v.name, v.kind, v.country, v.created_at, v.submitted_at, v.asked_at,
             cardinality(v.selling_missing) as missing,
             (select count(*) from vendor_document d where d.vendor_id = v.id and d.status = 'PENDING')
               as pending
        from vendor v where v.status = 'APPLIED'
      """;

  /** What does not hold a vendor back any more. */
  private static final String OPEN_ORDERS =
      """
      select count(*) as n from vendor_order where vendor_id = ?
         and status in ('AWAITING_PAYMENT', 'IN_REVIEW', 'TO_ACCEPT', 'TO_SHIP', 'PARTLY_SHIPPED', 'SHIPPED')
      """;

  private Approval approval;
  private Checklists checklists;
  private Standings standings;
  private Memberships memberships;
  private Earnings earnings;
  private Database database;
  private Clock clock;

  protected Admission() {}

  @Inject
  Admission(
      Approval approval,
      Checklists checklists,
      Standings standings,
      Memberships memberships,
      Earnings earnings,
      Database database,
      Clock clock) {
    this.approval = approval;
    this.checklists = checklists;
    this.standings = standings;
    this.memberships = memberships;
    this.earnings = earnings;
    this.database = database;
    this.clock = clock;
  }

  /** Applications that were handed in, longest waiting first. */
  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public Page<QueuedVendor> waiting(Paging paging) {
    Optional<Keys> after = paging.keys(2);
    Instant at = after.map(keys -> keys.instant(0)).orElse(null);
    List<QueuedVendor> rows =
        database.list(
            QUEUE
                + " and v.submitted_at is not null and (?::timestamptz is null"
                + " or (v.submitted_at, v.id) > (?::timestamptz, ?::uuid))"
                + " order by v.submitted_at, v.id limit ?",
            Admission::read,
            at,
            at,
            after.map(keys -> keys.uuid(1)).orElse(null),
            paging.limit() + 1);
    return Page.of(rows, paging.limit(), last -> Paging.cursor(last.waitingSince(), last.id()));
  }

  /** Applications that their vendors still work on, newest first. */
  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public Page<QueuedVendor> inProgress(Paging paging) {
    Optional<Keys> after = paging.keys(2);
    Instant at = after.map(keys -> keys.instant(0)).orElse(null);
    List<QueuedVendor> rows =
        database.list(
            QUEUE
                + " and v.submitted_at is null and (?::timestamptz is null"
                + " or (v.created_at, v.id) < (?::timestamptz, ?::uuid))"
                + " order by v.created_at desc, v.id desc limit ?",
            Admission::read,
            at,
            at,
            after.map(keys -> keys.uuid(1)).orElse(null),
            paging.limit() + 1);
    return Page.of(rows, paging.limit(), last -> Paging.cursor(last.createdAt(), last.id()));
  }

  /** A vendor's checklist, what it typed included. */
  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public ChecklistView checklist(UUID vendorId) {
    return checklists.of(vendorId);
  }

  /**
   * Lets an applicant in; documents that waited are accepted with it. It sells once nothing that
   * gates selling is missing.
   */
  @Allowed(Role.MODERATOR)
  public VendorView approve(UUID vendorId, String reason) {
    VendorView approved = approval.approve(vendorId, reason);
    database.update(
        "update vendor_document set status = 'ACCEPTED', decided_at = ?"
            + " where vendor_id = ? and status = 'PENDING'",
        clock.instant(),
        vendorId);
    standings.refresh(vendorId);
    return approved;
  }

  /**
   * Ends a vendor for good.
   *
   * @throws Unsettled with the amounts and the number of open orders
   */
  @Allowed(Role.MODERATOR)
  public VendorView terminate(UUID vendorId, String reason) {
    VendorView vendor = approval.get(vendorId);
    VendorScope scope = memberships.scopeOf(vendor.slug());
    List<VendorBalance> unsettled =
        earnings.balances(scope).stream().filter(balance -> !isSettled(balance)).toList();
    int orders = database.find(OPEN_ORDERS, row -> row.integer("n"), vendorId).orElse(0);
    if (orders > 0 || !unsettled.isEmpty()) {
      throw new Unsettled(orders, unsettled);
    }
    return approval.close(vendorId, reason);
  }

  private static boolean isSettled(VendorBalance balance) {
    return balance.pending().isZero()
        && balance.available().isZero()
        && balance.reserve().isZero()
        && balance.inTransit().isZero()
        && balance.debt().isZero();
  }

  private static QueuedVendor read(Row row) throws SQLException {
    return new QueuedVendor(
        row.uuid("id"),
        row.text("slug"),
        row.text("name"),
        row.one("kind", VendorKind.class),
        row.text("country"),
        row.instant("created_at"),
        row.instant("submitted_at"),
        row.instant("asked_at"),
        row.integer("missing"),
        row.integer("pending"));
  }
}
