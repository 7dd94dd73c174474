package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;

/** Who may sell in which category. Costs a statement only where a category is not for everybody. */
@ApplicationScoped
class Access {

  private record Gate(UUID category, boolean namedOnly, boolean named, boolean professional) {}

  /** What keeps a vendor out of a category. */
  enum Barrier {
    ARCHIVED("is not used any more: choose another category"),
    NAMED_ONLY("is for certain vendors only: ask the marketplace to be one of them"),
    TRADERS_ONLY("is for traders only, not for private persons");

    private final String told;

    Barrier(String told) {
      this.told = told;
    }
  }

  private Database database;

  protected Access() {}

  @Inject
  Access(Database database) {
    this.database = database;
  }

  /** Notes if this vendor may not put something there. */
  void check(Checklist checklist, CategoryView category, CategoryTree tree, UUID vendorId) {
    List<Gate> gates = gates(gated(tree.pathTo(category)), vendorId);
    for (Barrier barrier : barriers(category, tree, gates)) {
      checklist.reject("categoryId", barrier.told, category.slug());
    }
  }

  /** Every category where this vendor may not put something, and what keeps it out first. */
  Map<CategoryView, Barrier> closed(CategoryTree tree, UUID vendorId) {
    List<Gate> gates = gates(gated(tree.all()), vendorId);
    Map<CategoryView, Barrier> closed = new LinkedHashMap<>();
    for (CategoryView category : tree.all()) {
      barriers(category, tree, gates).stream()
          .findFirst()
          .ifPresent(barrier -> closed.put(category, barrier));
    }
    return closed;
  }

  private static List<Barrier> barriers(
      CategoryView category, CategoryTree tree, List<Gate> everywhere) {
    List<UUID> path = tree.idsTo(category);
    List<Gate> gates = everywhere.stream().filter(gate -> path.contains(gate.category())).toList();
    List<Barrier> barriers = new ArrayList<>();
    if (tree.isArchived(category)) {
      barriers.add(Barrier.ARCHIVED);
    }
    if (gates.stream().anyMatch(gate -> gate.namedOnly() && !gate.named())) {
      barriers.add(Barrier.NAMED_ONLY);
    } else if (gates.stream().anyMatch(gate -> !gate.namedOnly() && !gate.professional())) {
      barriers.add(Barrier.TRADERS_ONLY);
    }
    return barriers;
  }

  private static List<CategoryView> gated(List<CategoryView> categories) {
    return categories.stream()
        .filter(one -> one.access() != CategoryView.Access.EVERYBODY)
        .toList();
  }

  private List<Gate> gates(List<CategoryView> gated, UUID vendorId) {
    if (gated.isEmpty()) {
      return List.of();
    }
    return database.list(
        """
        select c.id, c.named_only, v.kind = 'PROFESSIONAL' as professional,
               exists (select 1 from category_vendor n
                        where n.category_id = c.id and n.vendor_id = v.id) as named
          from category c, vendor v where c.id = any (?) and v.id = ?
        """,
        row ->
            new Gate(
                row.uuid("id"),
                row.flag("named_only"),
                row.flag("named"),
                row.flag("professional")),
        gated.stream().map(CategoryView::id).toArray(UUID[]::new),
        vendorId);
  }
}
