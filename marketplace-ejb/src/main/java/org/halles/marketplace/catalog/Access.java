package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;

/** Who may sell in which category. Costs a statement only where a category is not for everybody. */
@ApplicationScoped
class Access {

  private record Gate(boolean namedOnly, boolean named, boolean professional) {}

  private Database database;

  protected Access() {}

  @Inject
  Access(Database database) {
    this.database = database;
  }

  /** Notes if this vendor may not put something there. */
  void check(Checklist checklist, CategoryView category, CategoryTree tree, UUID vendorId) {
    if (tree.isArchived(category)) {
      checklist.reject(
          "categoryId", "is not used any more: choose another category", category.slug());
    }
    List<CategoryView> gated =
        tree.pathTo(category).stream()
            .filter(one -> one.access() != CategoryView.Access.EVERYBODY)
            .toList();
    if (gated.isEmpty()) {
      return;
    }
    List<Gate> gates = gates(gated, vendorId);
    if (gates.stream().anyMatch(gate -> gate.namedOnly() && !gate.named())) {
      checklist.reject(
          "categoryId",
          "is for certain vendors only: ask the marketplace to be one of them",
          category.slug());
    } else if (gates.stream().anyMatch(gate -> !gate.namedOnly() && !gate.professional())) {
      checklist.reject(
          "categoryId", "is for traders only, not for private persons", category.slug());
    }
  }

  private List<Gate> gates(List<CategoryView> gated, UUID vendorId) {
    return database.list(
        """
        select c.named_only, v.kind = 'PROFESSIONAL' as professional,
               exists (select 1 from category_vendor n
                        where n.category_id = c.id and n.vendor_id = v.id) as named
          from category c, vendor v where c.id = any (?) and v.id = ?
        """,
        row -> new Gate(row.flag("named_only"), row.flag("named"), row.flag("professional")),
        gated.stream().map(CategoryView::id).toArray(UUID[]::new),
        vendorId);
  }
}
