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
 * @param position among those with the same parent
 * @param archived true if nothing new is put there
 * @param access who may sell there; those below it are bound by it too
 * @param taxonomyId its number in the Google product taxonomy, or null
 */
public record CategoryView(
    UUID id,
    UUID parentId,
    String slug,
    Texts name,
    List<String> path,
    String taxClass,
    int position,
    boolean archived,
    Access access,
    Integer taxonomyId) {

  /** Who may sell in a category. */
  public enum Access {
    /** Every vendor. */
    EVERYBODY,
    /** Traders only, no private persons. */
    PROFESSIONALS,
    /** Only the vendors that an operator has named. */
    NAMED
  }

  public CategoryView {
    path = List.copyOf(path);
  }

  /** One that is open to everybody. */
  public CategoryView(
      UUID id, UUID parentId, String slug, Texts name, List<String> path, String taxClass) {
    this(id, parentId, slug, name, path, taxClass, 0, false, Access.EVERYBODY, null);
  }
}
