package org.halles.web.request;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryTree;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.web.ui.Language;

/** The market's categories to choose from, and their names: {@code #{aisleNames.name(id)}}. */
@Named
@RequestScoped
public class AisleNames {

  /** A top category and all below it, for a list with headings. */
  public record Branch(String slug, String name, List<Leaf> leaves) {}

  /** One to choose; its name says what it is below. */
  public record Leaf(String slug, String name) {}

  private Categories categories;
  private Language language;

  protected AisleNames() {}

  @Inject
  AisleNames(Categories categories, Language language) {
    this.categories = categories;
    this.language = language;
  }

  /** What a category is called; empty if it is gone. */
  public String name(UUID id) {
    return categories.tree().find(id).map(this::named).orElse("");
  }

  public List<Branch> getBranches() {
    CategoryTree tree = categories.tree();
    return tree.roots().stream()
        .filter(root -> !root.archived())
        .map(root -> new Branch(root.slug(), named(root), leaves(tree, root)))
        .toList();
  }

  private List<Leaf> leaves(CategoryTree tree, CategoryView root) {
    return tree.all().stream()
        .filter(one -> one.path().contains(root.slug()) && !one.id().equals(root.id()))
        .filter(one -> !tree.isArchived(one))
        .map(one -> new Leaf(one.slug(), "\u2003".repeat(one.path().size() - 2) + named(one)))
        .toList();
  }

  private String named(CategoryView category) {
    return category.name().in(language.getTag());
  }
}
