package org.halles.marketplace.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryTree;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;

/** How full the categories are; counted once a minute, whoever asks. */
@ApplicationScoped
public class Crates {

  private static final Duration FRESH = Duration.ofMinutes(1);

  private record Content(long count, String picture) {}

  private record Snapshot(Map<UUID, Content> contents, Instant until) {}

  private Database database;
  private Categories categories;
  private Clock clock;
  private volatile Snapshot snapshot;

  protected Crates() {}

  @Inject
  public Crates(Database database, Categories categories, Clock clock) {
    this.database = database;
    this.categories = categories;
    this.clock = clock;
  }

  /**
   * The categories below one, by position, those with something on sale.
   *
   * @param parent null for the roots
   */
  @Allowed(Role.ANYONE)
  public List<Crate> below(CategoryView parent) {
    CategoryTree tree = categories.tree();
    Map<UUID, Content> contents = contents();
    List<CategoryView> children = parent == null ? tree.roots() : tree.below(parent);
    return children.stream()
        .map(child -> crate(child, tree, contents))
        .filter(crate -> crate.count() > 0)
        .toList();
  }

  private static Crate crate(
      CategoryView category, CategoryTree tree, Map<UUID, Content> contents) {
    List<Content> inside =
        tree.branch(category).stream().map(contents::get).filter(Objects::nonNull).toList();
    return new Crate(
        category,
        inside.stream().mapToLong(Content::count).sum(),
        inside.stream().map(Content::picture).filter(Objects::nonNull).findFirst().orElse(null));
  }

  private Map<UUID, Content> contents() {
    Snapshot known = snapshot;
    Instant now = clock.instant();
    if (known == null || known.until().isBefore(now)) {
      known = new Snapshot(count(), now.plus(FRESH));
      snapshot = known;
    }
    return known.contents();
  }

  private Map<UUID, Content> count() {
    Map<UUID, Content> contents = new HashMap<>();
    database.list(
        """
        select l.category_id, count(*) as listings, max(l.image_media) as picture
          from listing l join vendor v on v.id = l.vendor_id
         where l.status = 'LIVE' and sells(v) and l.price_from_minor is not null
           and not l.companies_only
         group by l.category_id
        """,
        row ->
            contents.put(
                row.uuid("category_id"), new Content(row.whole("listings"), row.text("picture"))));
    return contents;
  }
}
