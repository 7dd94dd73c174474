package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Rows;
import org.halles.marketplace.shared.Texts;

/**
 * Takes the Google product taxonomy into the tree. Categories are found again by their number: a
 * second import changes only what is different, and whatever the operator added stays.
 */
@ApplicationScoped
public class TaxonomyImport {

  private static final int MOST_EXAMPLES = 20;

  private static final Rows.Shape ADDED =
      Rows.Shape.of(
          "category",
          "id uuid",
          "parent_id uuid",
          "slug text",
          "name jsonb",
          "position int",
          "taxonomy_id int",
          "path='{}'::text[]");

  private static final String PATHS =
      """
      with recursive walk (id, path) as (
        select id, array[slug] from category where parent_id is null
        union all
        select c.id, w.path || c.slug from category c join walk w on c.parent_id = w.id)
      update category c set path = w.path from walk w where w.id = c.id and c.path <> w.path
      """;

  /** A category as it will stand. */
  private record Place(UUID id, String slug, List<String> path) {}

  private Database database;
  private Categories categories;
  private ListingSummary summary;
  private Audit audit;

  protected TaxonomyImport() {}

  @Inject
  TaxonomyImport(Database database, Categories categories, ListingSummary summary, Audit audit) {
    this.database = database;
    this.categories = categories;
    this.summary = summary;
    this.audit = audit;
  }

  /**
   * Imports the files, or says what that would do.
   *
   * @param byLanguage the text of a file for {@code fr}, {@code en} or both
   * @param rehearsal true to change nothing
   */
  @Allowed(Role.MODERATOR)
  @Transactional
  public TaxonomyReport run(Map<String, String> byLanguage, boolean rehearsal) {
    TaxonomyFile file = new TaxonomyFile();
    byLanguage.forEach(file::read);
    List<TaxonomyFile.Entry> entries = file.entries();
    if (entries.isEmpty()) {
      Checklist checklist = new Checklist();
      checklist.reject("file", "has no line such as \"166 - Apparel & Accessories\"", null);
      checklist.done();
    }
    Work work = new Work(file, categories.unkept(), rehearsal || !file.faults().isEmpty());
    entries.forEach(work::take);
    return work.finish(entries);
  }

  /** One import, step by step. */
  private final class Work {

    private final TaxonomyFile file;
    private final boolean rehearsal;
    private final Map<Integer, CategoryView> known = new HashMap<>();
    private final Set<String> slugs = new HashSet<>();
    private final Map<Integer, Place> places = new LinkedHashMap<>();
    private final Map<UUID, Integer> siblings = new HashMap<>();
    private final Rows added = new Rows(ADDED);
    private final List<String> examples = new ArrayList<>();
    private final Set<UUID> touched = new HashSet<>();
    private int news;
    private int renamed;
    private int moved;
    private int unchanged;
    private int inOneLanguage;

    Work(TaxonomyFile file, CategoryTree tree, boolean rehearsal) {
      this.file = file;
      this.rehearsal = rehearsal;
      for (CategoryView category : tree.all()) {
        slugs.add(category.slug());
        siblings.merge(category.parentId(), 1, Integer::sum);
        if (category.taxonomyId() != null) {
          known.put(category.taxonomyId(), category);
        }
      }
    }

    void take(TaxonomyFile.Entry entry) {
      inOneLanguage += entry.names.size() == 1 ? 1 : 0;
      Place above = places.get(file.parent(entry));
      CategoryView there = known.get(entry.id);
      if (there == null) {
        add(entry, above);
      } else {
        change(entry, there, above);
      }
    }

    private void add(TaxonomyFile.Entry entry, Place above) {
      String name = entry.names.getOrDefault("en", entry.names.get("fr"));
      String slug = Slug.of(name);
      if (!slugs.add(slug)) {
        slug = slug + "-" + entry.id;
        slugs.add(slug);
      }
      List<String> path = new ArrayList<>(above == null ? List.of() : above.path());
      path.add(slug);
      UUID id = Ids.next();
      UUID parent = above == null ? null : above.id();
      int position = siblings.merge(parent, 1, Integer::sum) - 1;
      added.add(id, parent, slug, Json.write(new Texts(entry.names)), position, entry.id);
      places.put(entry.id, new Place(id, slug, path));
      news++;
      example("added", entry);
    }

    private void change(TaxonomyFile.Entry entry, CategoryView there, Place above) {
      Map<String, String> names = new LinkedHashMap<>(there.name().byLanguage());
      names.putAll(entry.names);
      boolean otherName = !new Texts(names).equals(there.name());
      List<String> path = new ArrayList<>(above == null ? List.of() : above.path());
      path.add(there.slug());
      boolean kept = there.parentId() != null && !fromTaxonomy(there.parentId());
      boolean otherPlace = !kept && !path.equals(there.path());
      places.put(entry.id, new Place(there.id(), there.slug(), otherPlace ? path : there.path()));
      renamed += otherName ? 1 : 0;
      moved += otherPlace ? 1 : 0;
      unchanged += otherName || otherPlace ? 0 : 1;
      if (otherName || otherPlace) {
        example(otherPlace ? "moved" : "renamed", entry);
        touched.add(there.id());
        if (!rehearsal) {
          UUID parent = above == null ? null : above.id();
          write(there.id(), names, otherPlace ? parent : there.parentId());
        }
      }
    }

    /** Where an operator hung a category below one of its own, it stays there. */
    private boolean fromTaxonomy(UUID parent) {
      return known.values().stream().anyMatch(category -> category.id().equals(parent));
    }

    private void write(UUID id, Map<String, String> names, UUID parent) {
      database.update(
          "update category set name = ?::jsonb, parent_id = ? where id = ?",
          Json.write(new Texts(names)),
          parent,
          id);
    }

    private void example(String what, TaxonomyFile.Entry entry) {
      if (examples.size() < MOST_EXAMPLES) {
        examples.add(what + ": " + file.spoken(entry));
      }
    }

    TaxonomyReport finish(List<TaxonomyFile.Entry> entries) {
      TaxonomyReport report =
          new TaxonomyReport(
              !rehearsal,
              entries.size(),
              news,
              renamed,
              moved,
              unchanged,
              inOneLanguage,
              examples,
              file.faults());
      if (!rehearsal) {
        added.insertWith(database);
        database.update(PATHS);
        renewListings();
        audit.record("import-taxonomy", Subject.of("categories", "taxonomy"), null, report);
        categories.forget();
      }
      return report;
    }

    private void renewListings() {
      CategoryTree tree = categories.unkept();
      Set<UUID> branches = new HashSet<>();
      touched.forEach(id -> tree.find(id).ifPresent(one -> branches.addAll(tree.branch(one))));
      if (!branches.isEmpty()) {
        summary.ofCategories(branches);
      }
    }
  }
}
