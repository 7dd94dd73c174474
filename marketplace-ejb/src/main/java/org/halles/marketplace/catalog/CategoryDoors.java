package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** Tells a vendor which categories are closed to it, before it writes a listing for one. */
@ApplicationScoped
@Transactional
public class CategoryDoors {

  private Categories categories;
  private Access access;

  protected CategoryDoors() {}

  @Inject
  CategoryDoors(Categories categories, Access access) {
    this.categories = categories;
    this.access = access;
  }

  /** Every category in which this vendor may not sell, parents before children. */
  @Needs(Permission.CATALOGUE_READ)
  @Allowed(Role.SIGNED_IN)
  public List<ClosedCategory> closed(VendorScope scope) {
    return access.closed(categories.tree(), scope.vendorId()).entrySet().stream()
        .map(
            closed ->
                new ClosedCategory(
                    closed.getKey().id(),
                    closed.getKey().slug(),
                    closed.getValue().name().toLowerCase(Locale.ROOT).replace('_', '-')))
        .toList();
  }

  /** Why a listing there would be refused; empty if it would not, or there is no such category. */
  @Needs(Permission.CATALOGUE_READ)
  @Allowed(Role.SIGNED_IN)
  public Optional<Violation> refusal(VendorScope scope, UUID categoryId) {
    CategoryTree tree = categories.tree();
    Checklist checklist = new Checklist();
    tree.find(categoryId)
        .ifPresent(category -> access.check(checklist, category, tree, scope.vendorId()));
    return checklist.violations().stream().findFirst();
  }
}
