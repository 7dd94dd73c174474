package org.halles.marketplace.invoicing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** The operator says what vendors pay besides commission, and charges penalties. */
@ApplicationScoped
public class VendorFees {

  private static final int LONGEST_TITLE = 80;
  private static final int LONGEST_REASON = 500;
  private static final int MOST_FREE = 1_000_000;

  private FeeRows rows;
  private FeeCharging charging;
  private Audit audit;
  private Clock clock;

  protected VendorFees() {}

  @Inject
  VendorFees(FeeRows rows, FeeCharging charging, Audit audit, Clock clock) {
    this.rows = rows;
    this.charging = charging;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * All fees.
   *
   * @param sort null: the newest first
   */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public Page<FeeView> list(FeeSort sort, Paging paging) {
    return rows.fees(sort == null ? FeeSort.NEWEST : sort, paging);
  }

  /**
   * Makes a fee; a monthly one is charged for this month first, when the month is over.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything that is wrong
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public FeeView create(FeeInput input) {
    Checklist checklist = new Checklist();
    FeeKind kind = checklist.choice("kind", input.kind(), FeeKind.class, null);
    checklist.texts("title", input.title(), LONGEST_TITLE, true);
    checklist.number("freeUnits", input.freeUnits(), 0, MOST_FREE, 0);
    if (input.amount() == null || !input.amount().isPositive()) {
      checklist.reject("amount", "must be an amount above zero", input.amount());
    }
    if (input.vendor() != null && rows.vendor(input.vendor()).isEmpty()) {
      checklist.reject("vendor", "is not known", input.vendor());
    }
    checklist.done();
    UUID id = Ids.next();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    rows.insert(id, kind, input, YearMonth.from(BusinessCalendar.dayOf(now)).toString(), now);
    FeeView made = fee(id);
    audit.record("create-vendor-fee", Subject.of("vendor-fee", id), null, made);
    return made;
  }

  /**
   * Charges it no more; months that are over and were not charged yet still are.
   *
   * @throws NotFound if there is none
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public FeeView end(UUID id) {
    FeeView before = fee(id);
    if (before.endedAt() == null) {
      rows.end(id, clock.instant());
      audit.record("end-vendor-fee", Subject.of("vendor-fee", id), before, fee(id));
    }
    return fee(id);
  }

  /**
   * Charges a vendor a penalty, from what is available to it; the rest is a debt.
   *
   * @throws NotFound if there is no such penalty or vendor
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public ChargeView penalise(UUID id, UUID vendor, String why) {
    return penalise(Ids.next(), id, vendor, why);
  }

  /**
   * The same, once: whoever asks again under the same id gets the charge that was made.
   *
   * @param once the charge's id, chosen by who asks
   * @throws NotFound if there is no such penalty or vendor
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public ChargeView penalise(UUID once, UUID id, UUID vendor, String why) {
    Checklist checklist = new Checklist();
    String reason = checklist.text("reason", why, LONGEST_REASON);
    checklist.done();
    FeeView fee = fee(id);
    if (fee.kind() != FeeKind.PENALTY || fee.endedAt() != null) {
      throw new NotFound("penalty", id);
    }
    if (rows.vendor(vendor).isEmpty()) {
      throw new NotFound("vendor", vendor);
    }
    rows.lock(id);
    return rows.charge(once).orElseGet(() -> charged(once, fee, vendor, reason));
  }

  private ChargeView charged(UUID charged, FeeView fee, UUID vendor, String reason) {
    ChargeView charge = charging.charge(charged, fee, vendor, null, 1, reason);
    audit.record("charge-vendor-fee", Subject.of("vendor-fee", fee.id(), vendor), null, charge);
    return charge;
  }

  /** What a vendor was charged, newest first. */
  @Needs(Permission.MONEY_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Page<ChargeView> of(VendorScope vendor, Paging paging) {
    return rows.charges(vendor.vendorId(), paging);
  }

  private FeeView fee(UUID id) {
    return rows.fee(id).orElseThrow(() -> new NotFound("vendor fee", id));
  }
}
