package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.AfterCommit;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;

/**
 * The tree of categories. It changes rarely and every page shows some of it, so it is kept in
 * memory; another node sees a change within half a minute.
 */
@ApplicationScoped
public class Categories {

  private static final Duration FRESH = Duration.ofSeconds(30);
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private record Snapshot(CategoryTree tree, Instant until) {}

  private Database database;
  private AfterCommit afterCommit;
  private Clock clock;
  private volatile Snapshot snapshot;

  protected Categories() {}

  @Inject
  public Categories(Database database, AfterCommit afterCommit, Clock clock) {
    this.database = database;
    this.afterCommit = afterCommit;
    this.clock = clock;
  }

  /** The whole tree. */
  @Allowed(Role.ANYONE)
  public CategoryTree tree() {
    Snapshot known = snapshot;
    Instant now = clock.instant();
    if (known == null || known.until().isBefore(now)) {
      known = new Snapshot(CategoryTree.of(read()), now.plus(FRESH));
      snapshot = known;
    }
    return known.tree();
  }

  /** All of them, parents before children, by position. */
  @Allowed(Role.ANYONE)
  public List<CategoryView> all() {
    return tree().all();
  }

  /** One, by its id or its slug. */
  @Allowed(Role.ANYONE)
  public Optional<CategoryView> find(String idOrSlug) {
    return tree().find(idOrSlug);
  }

  /** One, by its id. */
  @Allowed(Role.ANYONE)
  public Optional<CategoryView> find(UUID id) {
    return tree().find(id);
  }

  /**
   * Adds a category, or changes the one with this slug. A category keeps its parent.
   *
   * @param parentSlug the category above it, or null for a root
   * @param taxClass such as {@code standard} or {@code food}
   */
  @Allowed(Role.MODERATOR)
  @Transactional
  public CategoryView define(
      String slug, String parentSlug, Texts name, String taxClass, int position) {
    Checklist checklist = new Checklist();
    String checkedSlug =
        checklist.pattern("slug", slug, SLUG, "lower-case letters, digits and single hyphens");
    Texts checkedName = checklist.texts("name", name, 120, true);
    checklist.done();
    UUID parent =
        parentSlug == null
            ? null
            : database
                .find("select id from category where slug = ?", row -> row.uuid("id"), parentSlug)
                .orElseThrow(() -> new NotFound("category", parentSlug));
    CategoryView defined =
        database
            .find(
                """
                insert into category (id, parent_id, slug, name, tax_class, position, path)
                values (?, ?, ?, ?::jsonb, ?, ?,
                  coalesce((select path from category where id = ?), '{}') || ?::text)
                on conflict (slug) do update set name = excluded.name,
                  tax_class = excluded.tax_class, position = excluded.position
                returning *
                """,
                Categories::view,
                Ids.next(),
                parent,
                checkedSlug,
                Json.write(checkedName),
                taxClass,
                position,
                parent,
                checkedSlug)
            .orElseThrow();
    forget();
    return defined;
  }

  /** The tree as it stands in the running transaction. */
  CategoryTree unkept() {
    return CategoryTree.of(read());
  }

  /** The tree has changed: it is read again once the running transaction has committed. */
  void forget() {
    afterCommit.run(() -> snapshot = null);
  }

  private List<CategoryView> read() {
    return database.list(
        """
        select * from category
        order by cardinality(path), position, slug
        """,
        Categories::view);
  }

  private static CategoryView.Access access(Row row) throws SQLException {
    return row.flag("named_only")
        ? CategoryView.Access.NAMED
        : row.flag("professionals_only")
            ? CategoryView.Access.PROFESSIONALS
            : CategoryView.Access.EVERYBODY;
  }

  static CategoryView view(Row row) throws SQLException {
    return new CategoryView(
        row.uuid("id"),
        row.uuid("parent_id"),
        row.text("slug"),
        row.json("name", Texts.class),
        row.texts("path"),
        row.text("tax_class"),
        row.integer("position"),
        row.flag("archived"),
        access(row),
        row.integerOrNull("taxonomy_id"));
  }
}
