package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;

/**
 * Makes a vendor of an applicant; it sells once the operator says so and its checklist allows it.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Welcoming {

  private static final int LONGEST_SLUG = 50;

  private Vendors vendors;
  private Members members;
  private Database database;
  private Audit audit;
  private Clock clock;

  protected Welcoming() {}

  @Inject
  Welcoming(Vendors vendors, Members members, Database database, Audit audit, Clock clock) {
    this.vendors = vendors;
    this.members = members;
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** The new vendor, under a slug of its name that nobody has. */
  @Allowed(Role.ANYONE)
  public VendorView welcome(NewApplicant applicant) {
    Vendor vendor =
        Vendor.applying(
            freeSlug(applicant.name()),
            applicant.name(),
            applicant.kind(),
            applicant.country(),
            clock.instant());
    vendors.add(vendor, new Storefront(vendor.id(), applicant.name()));
    database.update(
        "update vendor set checklist = true, check_due = ? where id = ?",
        clock.instant(),
        vendor.id());
    members.add(vendor.id(), applicant.ownerId(), MemberRole.OWNER);
    audit.record(
        "apply-as-vendor",
        Subject.of("vendor", vendor.id(), vendor.id()),
        null,
        Map.of("slug", vendor.slug(), "kind", vendor.kind(), "country", vendor.country()));
    return vendor.view();
  }

  private String freeSlug(String name) {
    String base = slugOf(name);
    String slug = base;
    for (int number = 2; vendors.find(slug).isPresent(); number++) {
      slug = base + "-" + number;
    }
    return slug;
  }

  static String slugOf(String name) {
    String plain =
        Normalizer.normalize(name.replace("œ", "oe").replace("æ", "ae"), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    String cut = plain.substring(0, Math.min(LONGEST_SLUG, plain.length()));
    String tidy = cut.replaceAll("^-+|-+$", "");
    return tidy.length() >= 3 ? tidy : ("stall-" + tidy).replaceAll("-+$", "");
  }
}
