package org.halles.marketplace.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/**
 * Vendors and the operator make coupons and campaigns, change, pause and end them. What was ordered
 * before keeps what it was given.
 */
@ApplicationScoped
public class Campaigns {

  private PromotionRows rows;
  private PromotionChecks checks;
  private Audit audit;
  private Clock clock;

  protected Campaigns() {}

  @Inject
  Campaigns(PromotionRows rows, PromotionChecks checks, Audit audit, Clock clock) {
    this.rows = rows;
    this.checks = checks;
    this.audit = audit;
    this.clock = clock;
  }

  /** A vendor's own, newest first. */
  @Needs(Permission.CATALOGUE_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Page<PromotionView> of(VendorScope vendor, Paging paging) {
    return rows.ofVendor(vendor.vendorId(), paging, now());
  }

  /**
   * One of a vendor's own.
   *
   * @throws NotFound also if it is another's
   */
  @Needs(Permission.CATALOGUE_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public PromotionView get(VendorScope vendor, UUID id) {
    return find(vendor.vendorId(), id);
  }

  /**
   * A vendor gives something off its own prices, at its own cost.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything that is wrong
   */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public PromotionView create(VendorScope vendor, PromotionInput input) {
    return create(vendor.vendorId(), input);
  }

  /**
   * Changes the terms for purchases from now on.
   *
   * @param version as it was read
   * @throws CannotChangePromotion if it has ended, or was changed meanwhile
   */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public PromotionView change(VendorScope vendor, UUID id, int version, PromotionInput input) {
    return change(vendor.vendorId(), id, version, input);
  }

  /** Stops it until it is resumed. */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public PromotionView pause(VendorScope vendor, UUID id) {
    return become(vendor.vendorId(), id, "PAUSED");
  }

  /** Lets it apply again. */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public PromotionView resume(VendorScope vendor, UUID id) {
    return become(vendor.vendorId(), id, "ACTIVE");
  }

  /** Ends it for good; its code can be used for another one. */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public PromotionView end(VendorScope vendor, UUID id) {
    return become(vendor.vendorId(), id, "ENDED");
  }

  /** The operator's campaigns in which a vendor may take part by bearing its share. */
  @Needs(Permission.CATALOGUE_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Page<PromotionView> offeredTo(VendorScope vendor, Paging paging) {
    return rows.shared(vendor.vendorId(), paging, now());
  }

  /**
   * A vendor agrees to bear its share of a campaign, from the next purchase on.
   *
   * @throws NotFound if there is no such campaign
   * @throws CannotChangePromotion if it was changed meanwhile: the share may be another
   */
  @Needs(Permission.MONEY_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public PromotionView join(VendorScope vendor, UUID id, int version) {
    rows.lock(id);
    PromotionView campaign = shared(id);
    requireVersion(campaign, version);
    rows.join(id, vendor.vendorId(), now());
    audit.record(
        "join-campaign", Subject.of("promotion", id, vendor.vendorId()), null, campaign.title());
    return campaign;
  }

  /** A vendor takes part no longer, from the next purchase on. */
  @Needs(Permission.MONEY_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public PromotionView leave(VendorScope vendor, UUID id) {
    PromotionView campaign = shared(id);
    rows.leave(id, vendor.vendorId());
    audit.record(
        "leave-campaign", Subject.of("promotion", id, vendor.vendorId()), campaign.title(), null);
    return campaign;
  }

  /** The operator's, newest first. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public Page<PromotionView> ofOperator(Paging paging) {
    return rows.ofOperator(paging, now());
  }

  /**
   * One of the operator's.
   *
   * @throws NotFound if there is none
   */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public PromotionView get(UUID id) {
    return find(null, id);
  }

  /**
   * The operator gives something off, at the platform's cost or together with vendors that agree.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything that is wrong
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public PromotionView create(PromotionInput input) {
    return create((UUID) null, input);
  }

  /** Changes the terms of one of the operator's; vendors that bear more now are asked again. */
  @Allowed(Role.FINANCE)
  @Transactional
  public PromotionView change(UUID id, int version, PromotionInput input) {
    PromotionView before = find(null, id);
    PromotionView after = change((UUID) null, id, version, input);
    if (!before.isShared() || Agreement.isExceeded(before, after)) {
      rows.dismiss(id);
      return find(null, id);
    }
    return after;
  }

  /** Stops one of the operator's until it is resumed. */
  @Allowed(Role.FINANCE)
  @Transactional
  public PromotionView pause(UUID id) {
    return become(null, id, "PAUSED");
  }

  /** Lets one of the operator's apply again. */
  @Allowed(Role.FINANCE)
  @Transactional
  public PromotionView resume(UUID id) {
    return become(null, id, "ACTIVE");
  }

  /** Ends one of the operator's for good. */
  @Allowed(Role.FINANCE)
  @Transactional
  public PromotionView end(UUID id) {
    return become(null, id, "ENDED");
  }

  private PromotionView create(UUID vendor, PromotionInput input) {
    PromotionChecks.Checked checked = checks.check(input, vendor, now());
    String code = checked.input().code();
    if (code != null) {
      rows.endLapsed(vendor, code, now());
    }
    UUID id = Ids.next();
    if (!rows.insert(id, vendor, checked, now())) {
      reject("code", "is in use already: choose another, or end that promotion first", code);
    }
    PromotionView made = find(vendor, id);
    audit.record("create-promotion", Subject.of("promotion", id, vendor), null, made);
    return made;
  }

  private PromotionView change(UUID vendor, UUID id, int version, PromotionInput input) {
    rows.lock(id);
    PromotionView before = find(vendor, id);
    requireLive(before);
    requireVersion(before, version);
    PromotionChecks.Checked checked = checks.check(input, vendor, now());
    checkLimits(before, checked.input());
    rows.update(id, checked);
    PromotionView after = find(vendor, id);
    audit.record("change-promotion", Subject.of("promotion", id, vendor), before, after);
    return after;
  }

  /** Uses are counted from the beginning or not at all. */
  private static void checkLimits(PromotionView before, PromotionInput input) {
    Checklist checklist = new Checklist();
    if (input.code() != null && !input.code().equals(before.code())) {
      checklist.reject("code", "cannot be changed: make another promotion", input.code());
    }
    if (before.totalLimit() == null && input.totalLimit() != null) {
      checklist.reject("totalLimit", "cannot be introduced later", input.totalLimit());
    } else if (input.totalLimit() != null && input.totalLimit() < before.uses()) {
      checklist.reject(
          "totalLimit",
          "must be at least " + before.uses() + ", the uses so far",
          input.totalLimit());
    }
    if (before.buyerLimit() == null && input.buyerLimit() != null) {
      checklist.reject("buyerLimit", "cannot be introduced later", input.buyerLimit());
    }
    checklist.done();
  }

  private PromotionView become(UUID vendor, UUID id, String status) {
    rows.lock(id);
    PromotionView before = find(vendor, id);
    requireLive(before);
    rows.become(id, status);
    PromotionView after = find(vendor, id);
    audit.record("change-promotion", Subject.of("promotion", id, vendor), before, after);
    return after;
  }

  private PromotionView shared(UUID id) {
    PromotionView campaign = find(null, id);
    if (!campaign.isShared()) {
      throw new NotFound("campaign to take part in", id);
    }
    requireLive(campaign);
    return campaign;
  }

  private PromotionView find(UUID vendor, UUID id) {
    return rows.find(vendor, id, now()).orElseThrow(() -> new NotFound("promotion", id));
  }

  private static void requireLive(PromotionView promotion) {
    if (promotion.status().equals("ENDED")) {
      throw CannotChangePromotion.ended();
    }
  }

  private static void requireVersion(PromotionView promotion, int version) {
    if (promotion.version() != version) {
      throw CannotChangePromotion.stale(version, promotion.version());
    }
  }

  private static void reject(String field, String message, Object value) {
    Checklist checklist = new Checklist();
    checklist.reject(field, message, value);
    checklist.done();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
