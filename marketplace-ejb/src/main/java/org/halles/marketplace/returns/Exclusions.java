package org.halles.marketplace.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/**
 * Marks what the law excludes from withdrawal: categories by the operator, with everything below
 * them, listings by their vendors. What was bought before keeps the right it was bought with.
 */
@ApplicationScoped
public class Exclusions {

  /** Those that follow from what is sold, not from what happened to it. */
  private static final Set<Exclusion> MARKS =
      EnumSet.complementOf(EnumSet.of(Exclusion.SERVICE_PERFORMED, Exclusion.DIGITAL_AT_ONCE));

  /**
   * A category.
   *
   * @param exclusion of it and what lies below, or null
   */
  public record Marked(String slug, Texts name, Exclusion exclusion) {}

  private Database database;
  private Audit audit;

  protected Exclusions() {}

  @Inject
  Exclusions(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  /** All categories, as they stand in the tree. */
  @Allowed({Role.SUPPORT, Role.FINANCE, Role.MODERATOR})
  @Transactional
  public List<Marked> categories() {
    return database.list(
        "select slug, name, withdrawal_exclusion from category order by path limit 5000",
        row ->
            new Marked(
                row.text("slug"),
                row.json("name", Texts.class),
                row.text("withdrawal_exclusion") == null
                    ? null
                    : row.one("withdrawal_exclusion", Exclusion.class)));
  }

  /** What a category may be marked with. */
  @Allowed(Role.ANYONE)
  public List<Exclusion> marks() {
    return List.copyOf(MARKS);
  }

  /**
   * Marks a category and what lies below it, for what is bought from now on.
   *
   * @param exclusion null or blank takes the mark away
   * @throws NotFound if there is no such category
   * @throws org.halles.marketplace.shared.InvalidInput if the law knows no such exclusion
   */
  @Allowed({Role.ADMIN, Role.MODERATOR})
  @Transactional
  public Marked mark(String slug, String exclusion) {
    Exclusion wanted = checked(exclusion);
    Texts name =
        database
            .find(
                "select name from category where slug = ?",
                row -> row.json("name", Texts.class),
                slug)
            .orElseThrow(() -> new NotFound("category", slug));
    database.update("update category set withdrawal_exclusion = ? where slug = ?", wanted, slug);
    record(Subject.of("category", slug), wanted);
    return new Marked(slug, name, wanted);
  }

  /**
   * Marks a listing, for what is bought of it from now on.
   *
   * @param exclusion {@code none}: not excluded although its category is; null or blank: as its
   *     category
   * @throws NotFound also if it is another vendor's
   * @throws org.halles.marketplace.shared.InvalidInput if the law knows no such exclusion
   */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public void markListing(VendorScope vendor, UUID listing, String exclusion) {
    boolean none = exclusion != null && exclusion.strip().equalsIgnoreCase("none");
    Exclusion wanted = none ? null : checked(exclusion);
    int found =
        database.update(
            "update listing set withdrawal_exclusion = ? where id = ? and vendor_id = ?",
            none ? "NONE" : wanted == null ? null : wanted.name(),
            listing,
            vendor.vendorId());
    if (found == 0) {
      throw new NotFound("listing", listing);
    }
    record(Subject.of("listing", listing, vendor.vendorId()), wanted);
  }

  private static Exclusion checked(String exclusion) {
    if (exclusion == null || exclusion.isBlank()) {
      return null;
    }
    Checklist checklist = new Checklist();
    Exclusion wanted = checklist.choice("exclusion", exclusion, Exclusion.class, null);
    if (wanted != null && !MARKS.contains(wanted)) {
      checklist.reject("exclusion", "follows from what happens, and is no mark", exclusion);
    }
    checklist.done();
    return wanted;
  }

  private void record(Subject subject, Exclusion wanted) {
    Map<String, Object> after = new HashMap<>();
    after.put("withdrawalExclusion", wanted == null ? null : wanted.name());
    audit.record("mark-withdrawal-exclusion", subject, null, after);
  }
}
