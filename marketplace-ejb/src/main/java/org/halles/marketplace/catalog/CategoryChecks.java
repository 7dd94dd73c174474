package org.halles.marketplace.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Texts;

/** Goes through a category as an operator wrote it. */
final class CategoryChecks {

  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern TAX_CLASS = Pattern.compile("[a-z0-9-]{1,40}");
  private static final int DEEPEST = 10;

  private final Checklist checklist = new Checklist();
  private final CategoryTree tree;
  private final CategoryStore store;

  CategoryChecks(CategoryTree tree, CategoryStore store) {
    this.tree = tree;
    this.store = store;
  }

  /**
   * @param before the category as it is, or null for a new one
   */
  CheckedCategory check(CategoryInput input, CategoryView before) {
    Texts name = checklist.texts("name", input.name(), 120, true);
    CategoryView parent = parent(input.parent(), before);
    CheckedCategory checked =
        new CheckedCategory(
            parent,
            slug(input.slug(), name, before),
            name,
            taxClass(input.taxClass(), before),
            position(input.position(), parent, before),
            input.archived() == null ? before != null && before.archived() : input.archived(),
            checklist.choice(
                "access",
                input.access(),
                CategoryView.Access.class,
                before == null ? CategoryView.Access.EVERYBODY : before.access()),
            vendors(input.vendors()));
    checklist.done();
    return checked;
  }

  private CategoryView parent(String idOrSlug, CategoryView before) {
    if (idOrSlug == null || idOrSlug.isBlank()) {
      return null;
    }
    CategoryView parent = tree.find(idOrSlug.strip()).orElse(null);
    if (parent == null) {
      checklist.reject("parent", "is no category", idOrSlug);
    } else if (before != null && parent.path().contains(before.slug())) {
      checklist.reject("parent", "is this category itself or below it: choose another", idOrSlug);
    } else if (parent.path().size() >= DEEPEST) {
      checklist.reject("parent", "is too deep in the tree: choose one further up", idOrSlug);
    }
    return parent;
  }

  private String slug(String given, Texts name, CategoryView before) {
    if (before != null) {
      if (given != null && !given.equals(before.slug())) {
        checklist.reject("slug", "cannot change any more: addresses rest on it", given);
      }
      return before.slug();
    }
    if (given == null || given.isBlank()) {
      return free(Slug.of(name.in("fr")), tree);
    }
    String slug =
        checklist.pattern("slug", given, SLUG, "lower-case letters, digits and single hyphens");
    if (tree.find(slug).isPresent()) {
      checklist.reject("slug", "is used by another category", slug);
    }
    return slug;
  }

  /** The slug itself, or with the first number that makes it free. */
  static String free(String slug, CategoryTree tree) {
    String free = slug;
    for (int number = 2; tree.find(free).isPresent(); number++) {
      free = slug + "-" + number;
    }
    return free;
  }

  private String taxClass(String given, CategoryView before) {
    if (given == null || given.isBlank()) {
      return before == null ? "standard" : before.taxClass();
    }
    return checklist.pattern("taxClass", given, TAX_CLASS, "a tax class such as standard or food");
  }

  private int position(Integer given, CategoryView parent, CategoryView before) {
    UUID above = parent == null ? null : parent.id();
    boolean stays = before != null && Objects.equals(above, before.parentId());
    int usual =
        stays ? before.position() : (parent == null ? tree.roots() : tree.below(parent)).size();
    return checklist.number("position", given, 0, 100_000, usual);
  }

  private List<UUID> vendors(List<String> slugs) {
    if (slugs == null) {
      return null;
    }
    Map<String, UUID> known = store.vendors(slugs);
    List<UUID> ids = new ArrayList<>();
    for (int index = 0; index < slugs.size(); index++) {
      UUID id = known.get(slugs.get(index));
      if (id == null) {
        checklist.reject("vendors[" + index + "]", "is no vendor's slug", slugs.get(index));
      } else {
        ids.add(id);
      }
    }
    return ids;
  }
}
