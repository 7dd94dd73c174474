package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Json;

/** Writes the tree of categories. */
@ApplicationScoped
class CategoryStore {

  private Database database;

  protected CategoryStore() {}

  @Inject
  CategoryStore(Database database) {
    this.database = database;
  }

  CategoryView add(CheckedCategory category) {
    return database
        .find(
            """
            insert into category (id, parent_id, slug, name, tax_class, position, path, archived,
              professionals_only, named_only)
            values (?, ?, ?, ?::jsonb, ?, ?, ?::text[] || ?::text, ?, ?, ?)
            returning *
            """,
            Categories::view,
            Ids.next(),
            category.parent() == null ? null : category.parent().id(),
            category.slug(),
            Json.write(category.name()),
            category.taxClass(),
            category.position(),
            above(category),
            category.slug(),
            category.archived(),
            category.access() == CategoryView.Access.PROFESSIONALS,
            category.access() == CategoryView.Access.NAMED)
        .orElseThrow();
  }

  private static String[] above(CheckedCategory category) {
    return category.parent() == null
        ? new String[0]
        : category.parent().path().toArray(String[]::new);
  }

  /** What is below moves along: its path begins with the new one. */
  void rewrite(CategoryView before, CheckedCategory category) {
    database.update(
        """
        update category set parent_id = ?, name = ?::jsonb, tax_class = ?, position = ?,
          archived = ?, professionals_only = ?, named_only = ? where id = ?
        """,
        category.parent() == null ? null : category.parent().id(),
        Json.write(category.name()),
        category.taxClass(),
        category.position(),
        category.archived(),
        category.access() == CategoryView.Access.PROFESSIONALS,
        category.access() == CategoryView.Access.NAMED,
        before.id());
    database.update(
        """
        update category set path = ?::text[] || path[?:]
         where path @> array[?::text] and path[?] = ?
        """,
        above(category),
        before.path().size(),
        before.slug(),
        before.path().size(),
        before.slug());
  }

  /** In this order from now on. */
  void arrange(List<UUID> siblings) {
    database.update(
        """
        update category c set position = a.place - 1
          from unnest(?::uuid[]) with ordinality as a(id, place)
         where c.id = a.id and c.position <> a.place - 1
        """,
        (Object) siblings.toArray(UUID[]::new));
  }

  /** The vendors who may sell there are these. */
  void name(UUID categoryId, List<UUID> vendors) {
    database.update("delete from category_vendor where category_id = ?", categoryId);
    if (vendors != null && !vendors.isEmpty()) {
      database.update(
          "insert into category_vendor (category_id, vendor_id)"
              + " select distinct ?::uuid, v from unnest(?::uuid[]) as v",
          categoryId,
          vendors.toArray(UUID[]::new));
    }
  }

  List<String> named(UUID categoryId) {
    return database.list(
        """
        select v.slug from category_vendor n join vendor v on v.id = n.vendor_id
         where n.category_id = ? order by v.slug
        """,
        row -> row.text("slug"),
        categoryId);
  }

  Map<String, UUID> vendors(List<String> slugs) {
    Map<String, UUID> known = new HashMap<>();
    database.list(
        "select id, slug from vendor where slug = any (?)",
        row -> known.put(row.text("slug"), row.uuid("id")),
        (Object) slugs.toArray(String[]::new));
    return known;
  }
}
