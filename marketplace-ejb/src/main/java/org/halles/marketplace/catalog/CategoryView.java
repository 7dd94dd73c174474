package org.halles.marketplace.catalog;

import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;

/**
 * A category of the tree.
 *
 * @param parentId null at the root
 * @param path slugs from the root to this one, itself included
 * @param taxClass which tax rate applies, such as {@code standard} or {@code food}
 */
public record CategoryView(
    UUID id, UUID parentId, String slug, Texts name, List<String> path, String taxClass) {

  public CategoryView {
    path = List.copyOf(path);
  }
}
