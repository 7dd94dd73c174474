package org.halles.web.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryTree;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.web.ui.Language;

/** Categories as people name them: by the whole way to them, such as {@code Maison › Vases}. */
@RequestScoped
public class Branches {

  private static final int MOST_HITS = 12;

  @Inject private Categories categories;
  @Inject private Language language;

  /** The way to a category; null for none. */
  public String way(String slug) {
    CategoryTree tree = categories.tree();
    return slug == null ? null : tree.find(slug).map(one -> way(tree, one)).orElse(null);
  }

  private String way(CategoryTree tree, CategoryView category) {
    return tree.pathTo(category).stream()
        .map(one -> one.name().in(language.getTag()))
        .collect(Collectors.joining(" › "));
  }

  /** The category at the end of a way, or with this slug. */
  public Optional<CategoryView> at(String way) {
    CategoryTree tree = categories.tree();
    return tree.find(way)
        .or(() -> tree.all().stream().filter(one -> way(tree, one).equals(way)).findFirst());
  }

  /** Ways that have all these words, those that end with them first. */
  public List<String> like(String typed) {
    CategoryTree tree = categories.tree();
    String[] wanted = fold(typed).split("\\s+");
    List<String> hits =
        tree.all().stream()
            .map(one -> way(tree, one))
            .filter(way -> Stream.of(wanted).allMatch(fold(way)::contains))
            .limit(200)
            .toList();
    return Stream.concat(
            hits.stream().filter(way -> endsWith(way, wanted)),
            hits.stream().filter(way -> !endsWith(way, wanted)))
        .limit(MOST_HITS)
        .toList();
  }

  private static boolean endsWith(String way, String[] wanted) {
    String last = fold(way.substring(way.lastIndexOf('›') + 1));
    return Stream.of(wanted).allMatch(last::contains);
  }

  private static String fold(String text) {
    return Normalizer.normalize(
            text == null ? "" : text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "");
  }
}
