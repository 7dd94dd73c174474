package org.halles.marketplace.importing;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.halles.marketplace.catalog.CategoryTree;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.shared.Texts;

/**
 * Which of the marketplace's categories a file means: as the vendor said, else by slug, path or
 * name in any language. Where names are used twice, only the path tells.
 */
final class CategoryGuess {

  private final CategoryTree tree;
  private final Map<String, String> said;
  private final Map<String, String> byName = new HashMap<>();
  private final String otherwise;

  /**
   * @param usual where this vendor's goods mostly are, or null
   */
  CategoryGuess(CategoryTree tree, Map<String, String> said, String usual) {
    this.tree = tree;
    this.said = said;
    tree.all().forEach(this::remember);
    this.otherwise =
        Optional.ofNullable(said.get(ImportSettings.EVERYTHING_ELSE))
            .filter(slug -> tree.find(slug).isPresent())
            .orElseGet(() -> usual != null ? usual : first());
  }

  private String first() {
    return tree.all().isEmpty() ? null : tree.all().get(0).slug();
  }

  private void remember(CategoryView category) {
    byName.put(folded(category.slug()), category.slug());
    List<CategoryView> path = tree.pathTo(category);
    for (String language : List.of("fr", "en")) {
      put(folded(category.name().in(language)), category.slug());
      put(
          folded(path.stream().map(one -> name(one, language)).collect(Collectors.joining())),
          category.slug());
    }
  }

  private static String name(CategoryView category, String language) {
    return category.name().in(language);
  }

  /** Of two with one name neither is meant. */
  private void put(String name, String slug) {
    byName.merge(name, slug, (one, other) -> one.equals(other) ? one : "");
  }

  /** The category meant, or empty if nobody can tell. */
  Optional<String> of(String written) {
    String mapped = said.get(written);
    if (mapped != null && tree.find(mapped).isPresent()) {
      return Optional.of(mapped);
    }
    Optional<String> whole = named(written);
    String[] parts = written.split("\\s*>\\s*");
    return whole.isPresent() ? whole : named(parts[parts.length - 1]);
  }

  private Optional<String> named(String name) {
    return Optional.ofNullable(byName.get(folded(name))).filter(slug -> !slug.isEmpty());
  }

  /** True if this could be the category's name, where its name alone does not tell. */
  boolean mayMean(String written, String idOrSlug) {
    String[] parts = written.split("\\s*>\\s*");
    String last = folded(parts[parts.length - 1]);
    return tree.find(idOrSlug).map(CategoryView::name).map(Texts::byLanguage).stream()
        .flatMap(names -> names.values().stream())
        .anyMatch(name -> folded(name).equals(last));
  }

  /** Where goods go whose category is unknown; null in an empty marketplace. */
  String otherwise() {
    return otherwise;
  }

  private static String folded(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
        .replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
