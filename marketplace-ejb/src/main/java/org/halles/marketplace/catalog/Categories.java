package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;

/** The tree of categories. */
@ApplicationScoped
public class Categories {

  public List<CategoryView> all() {
    throw new UnsupportedOperationException("being written");
  }

  public Optional<CategoryView> find(String idOrSlug) {
    throw new UnsupportedOperationException("being written");
  }

  public Optional<CategoryView> find(UUID id) {
    throw new UnsupportedOperationException("being written");
  }

  /** Adds a category or changes the one with this slug; parent null for a root. */
  public CategoryView define(
      String slug, String parentSlug, Texts name, String taxClass, int position) {
    throw new UnsupportedOperationException("being written");
  }
}
