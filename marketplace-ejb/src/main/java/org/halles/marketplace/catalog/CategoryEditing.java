package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.NotFound;

/** Operators arrange the tree: they add, rename, move and archive, and say who may sell where. */
@ApplicationScoped
@Transactional
public class CategoryEditing {

  private Categories categories;
  private CategoryStore store;
  private ListingSummary summary;
  private Audit audit;

  protected CategoryEditing() {}

  @Inject
  CategoryEditing(Categories categories, CategoryStore store, ListingSummary summary, Audit audit) {
    this.categories = categories;
    this.store = store;
    this.summary = summary;
    this.audit = audit;
  }

  /**
   * A new category.
   *
   * @throws org.halles.marketplace.shared.InvalidInput with everything that is wrong with it
   */
  @Allowed(Role.MODERATOR)
  public CategoryView add(CategoryInput input) {
    CategoryTree tree = categories.unkept();
    CheckedCategory checked = new CategoryChecks(tree, store).check(input, null);
    CategoryView added = store.add(checked);
    store.name(added.id(), checked.vendors());
    audit.record("add-category", Subject.of("category", added.slug()), null, added);
    categories.forget();
    return added;
  }

  /** Everything is as given from now on; what is below it moves along. */
  @Allowed(Role.MODERATOR)
  public CategoryView rewrite(String idOrSlug, CategoryInput input) {
    CategoryTree tree = categories.unkept();
    CategoryView before = get(tree, idOrSlug);
    CheckedCategory checked = new CategoryChecks(tree, store).check(input, before);
    store.rewrite(before, checked);
    if (checked.vendors() != null) {
      store.name(before.id(), checked.vendors());
    }
    return settled("edit-category", before);
  }

  /**
   * Puts a category at a place among those below another one; what is below it moves along.
   *
   * @param parent id or slug of the one above it; null at the root
   * @param place from 0; the end if it is further than that
   */
  @Allowed(Role.MODERATOR)
  public CategoryView move(String idOrSlug, String parent, int place) {
    CategoryTree tree = categories.unkept();
    CategoryView before = get(tree, idOrSlug);
    CheckedCategory checked =
        new CategoryChecks(tree, store)
            .check(
                new CategoryInput(parent, null, before.name(), null, place, null, null, null),
                before);
    store.rewrite(before, checked);
    List<UUID> siblings =
        new ArrayList<>(
            (checked.parent() == null ? tree.roots() : tree.below(checked.parent()))
                .stream().map(CategoryView::id).toList());
    siblings.remove(before.id());
    siblings.add(Math.min(place, siblings.size()), before.id());
    store.arrange(siblings);
    return settled("move-category", before);
  }

  /** Listings are found by the names above them, so they follow. */
  private CategoryView settled(String action, CategoryView before) {
    CategoryTree now = categories.unkept();
    CategoryView after = get(now, before.id().toString());
    if (!after.name().equals(before.name()) || !after.path().equals(before.path())) {
      summary.ofCategories(now.branch(after));
    }
    audit.record(action, Subject.of("category", after.slug()), before, after);
    categories.forget();
    return after;
  }

  /** The slugs of the vendors who are named for a category. */
  @Allowed({Role.MODERATOR, Role.FINANCE, Role.SUPPORT})
  public List<String> named(UUID categoryId) {
    return store.named(categoryId);
  }

  private static CategoryView get(CategoryTree tree, String idOrSlug) {
    return tree.find(idOrSlug).orElseThrow(() -> new NotFound("category", idOrSlug));
  }
}
