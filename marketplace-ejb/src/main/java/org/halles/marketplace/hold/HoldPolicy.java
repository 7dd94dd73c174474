package org.halles.marketplace.hold;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/**
 * The operator decides how long vendors' money waits, for all of them and for some. What waits
 * already keeps the terms it began with.
 */
@ApplicationScoped
public class HoldPolicy {

  /** A vendor with terms of its own. */
  public record OwnTerms(UUID vendor, String slug, String name, HoldTerms terms) {}

  private static final int LONGEST_HOLD = 90;
  private static final int LONGEST = 365;
  private static final int LARGEST_RESERVE = 5000;

  private TermsRows rows;
  private Database database;
  private Audit audit;
  private Clock clock;

  protected HoldPolicy() {}

  @Inject
  HoldPolicy(TermsRows rows, Database database, Audit audit, Clock clock) {
    this.rows = rows;
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** The terms of every vendor without terms of its own. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public HoldTerms usual() {
    return rows.usual();
  }

  /** The terms a vendor has: its own, or the usual ones. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public HoldTerms of(UUID vendor) {
    requireVendor(vendor);
    return rows.of(vendor);
  }

  /** Vendors with terms of their own, by name. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public Page<OwnTerms> own(Paging paging) {
    String name = paging.keys(2).map(keys -> keys.text(0)).orElse("");
    UUID id = paging.keys(2).map(keys -> keys.uuid(1)).orElse(new UUID(0, 0));
    List<OwnTerms> found =
        database.list(
            """
            select t.*, v.slug, v.name from hold_terms t join vendor v on v.id = t.vendor_id
             where (v.name, v.id) > (?, ?) order by v.name, v.id limit ?
            """,
            row ->
                new OwnTerms(
                    row.uuid("vendor_id"), row.text("slug"), row.text("name"), TermsRows.read(row)),
            name,
            id,
            paging.limit() + 1);
    return Page.of(found, paging.limit(), last -> Paging.cursor(last.name(), last.vendor()));
  }

  /**
   * Changes the usual terms for money that begins to wait from now on.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public HoldTerms change(HoldTerms terms) {
    return write(null, terms);
  }

  /**
   * Gives a vendor terms of its own.
   *
   * @throws NotFound if there is no such vendor
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public HoldTerms change(UUID vendor, HoldTerms terms) {
    requireVendor(vendor);
    return write(vendor, terms);
  }

  /** The vendor has the usual terms again. */
  @Allowed(Role.FINANCE)
  @Transactional
  public HoldTerms forget(UUID vendor) {
    requireVendor(vendor);
    Optional<HoldTerms> before = rows.own(vendor);
    if (before.isPresent()) {
      rows.remove(vendor);
      audit.record(
          "change-hold-terms", Subject.of("hold-terms", vendor, vendor), before.get(), null);
    }
    return rows.usual();
  }

  private HoldTerms write(UUID vendor, HoldTerms terms) {
    check(terms);
    HoldTerms before = vendor == null ? rows.usual() : rows.own(vendor).orElse(null);
    if (!terms.equals(before)) {
      rows.write(vendor, terms, clock.instant());
      audit.record(
          "change-hold-terms",
          vendor == null
              ? Subject.of("hold-terms", "usual")
              : Subject.of("hold-terms", vendor, vendor),
          before,
          terms);
    }
    return terms;
  }

  private static void check(HoldTerms terms) {
    Checklist checklist = new Checklist();
    checklist.number("days", terms.days(), 0, LONGEST_HOLD, 0);
    checklist.number("longestDays", terms.longestDays(), 1, LONGEST, 1);
    checklist.number("reserveBasisPoints", terms.reserveBasisPoints(), 0, LARGEST_RESERVE, 0);
    checklist.number("reserveDays", terms.reserveDays(), 0, LONGEST, 0);
    if (terms.reserveBasisPoints() > 0 && terms.reserveDays() == 0) {
      checklist.reject("reserveDays", "must be above zero where a reserve is kept", 0);
    }
    checklist.done();
  }

  private void requireVendor(UUID vendor) {
    database
        .find("select 1 from vendor where id = ?", row -> true, vendor)
        .orElseThrow(() -> new NotFound("vendor", vendor));
  }
}
