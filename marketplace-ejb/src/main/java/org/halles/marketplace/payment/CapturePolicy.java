package org.halles.marketplace.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
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
 * The operator decides when buyers' money is taken, for all vendors and for some. Purchases that
 * were placed keep what held then.
 */
@ApplicationScoped
public class CapturePolicy {

  /**
   * When money is taken.
   *
   * @param moment at checkout, when everything is accepted, or before the first parcel leaves
   */
  public record Terms(CaptureMoment moment) {}

  /** A vendor with a moment of its own. */
  public record OwnTerms(UUID vendor, String slug, String name, CaptureMoment moment) {}

  private CaptureRows rows;
  private CaptureMoments moments;
  private Database database;
  private Audit audit;

  protected CapturePolicy() {}

  @Inject
  CapturePolicy(CaptureRows rows, CaptureMoments moments, Database database, Audit audit) {
    this.rows = rows;
    this.moments = moments;
    this.database = database;
    this.audit = audit;
  }

  /** What holds for every vendor without a moment of its own. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public Terms usual() {
    return new Terms(rows.of(null).orElse(CaptureMoment.CHECKOUT));
  }

  /** What holds for a vendor: its own moment, or the usual one. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public Terms of(UUID vendor) {
    requireVendor(vendor);
    return rows.of(vendor).map(Terms::new).orElseGet(this::usual);
  }

  /** Vendors with a moment of their own, by name. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public Page<OwnTerms> own(Paging paging) {
    String name = paging.keys(2).map(keys -> keys.text(0)).orElse("");
    UUID id = paging.keys(2).map(keys -> keys.uuid(1)).orElse(new UUID(0, 0));
    List<OwnTerms> found =
        database.list(
            """
            select t.*, v.slug, v.name from capture_terms t join vendor v on v.id = t.vendor_id
             where (v.name, v.id) > (?, ?) order by v.name, v.id limit ?
            """,
            row ->
                new OwnTerms(
                    row.uuid("vendor_id"),
                    row.text("slug"),
                    row.text("name"),
                    row.one("moment", CaptureMoment.class)),
            name,
            id,
            paging.limit() + 1);
    return Page.of(found, paging.limit(), last -> Paging.cursor(last.name(), last.vendor()));
  }

  /**
   * Changes what holds for purchases from now on.
   *
   * @throws org.halles.marketplace.shared.InvalidInput if no moment is given
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public Terms change(Terms terms) {
    return write(null, terms);
  }

  /**
   * Gives a vendor a moment of its own.
   *
   * @throws NotFound if there is no such vendor
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public Terms change(UUID vendor, Terms terms) {
    requireVendor(vendor);
    return write(vendor, terms);
  }

  /** The usual moment holds for the vendor again. */
  @Allowed(Role.FINANCE)
  @Transactional
  public Terms forget(UUID vendor) {
    requireVendor(vendor);
    Optional<CaptureMoment> before = rows.of(vendor);
    if (before.isPresent()) {
      rows.remove(vendor);
      moments.forget();
      tell(vendor, before.get(), null);
    }
    return usual();
  }

  private Terms write(UUID vendor, Terms terms) {
    Checklist checklist = new Checklist();
    if (terms.moment() == null || !CaptureMoment.choices().contains(terms.moment())) {
      checklist.reject("moment", "must be one of " + CaptureMoment.choices(), terms.moment());
    }
    checklist.done();
    CaptureMoment before = rows.of(vendor).orElse(null);
    if (terms.moment() != before) {
      rows.write(vendor, terms.moment());
      moments.forget();
      tell(vendor, before, terms.moment());
    }
    return terms;
  }

  private void tell(UUID vendor, CaptureMoment before, CaptureMoment after) {
    audit.record(
        "change-capture-terms",
        vendor == null
            ? Subject.of("capture-terms", "usual")
            : Subject.of("capture-terms", vendor, vendor),
        before == null ? null : Map.of("moment", before),
        after == null ? null : Map.of("moment", after));
  }

  private void requireVendor(UUID vendor) {
    database
        .find("select 1 from vendor where id = ?", row -> true, vendor)
        .orElseThrow(() -> new NotFound("vendor", vendor));
  }
}
