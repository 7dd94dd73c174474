package org.halles.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.halles.marketplace.catalog.Categories;
import org.halles.web.ui.Language;

/** The market's top categories, for the header of every page. */
@Named
@RequestScoped
public class Aisles {

  /** One of them, in the language of the page. */
  public record Aisle(String slug, String name) {}

  private Categories categories;
  private Language language;

  protected Aisles() {}

  @Inject
  Aisles(Categories categories, Language language) {
    this.categories = categories;
    this.language = language;
  }

  public List<Aisle> getTop() {
    return categories.tree().roots().stream()
        .map(root -> new Aisle(root.slug(), root.name().in(language.getTag())))
        .toList();
  }
}
