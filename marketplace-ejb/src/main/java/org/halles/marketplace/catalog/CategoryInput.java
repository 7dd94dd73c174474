package org.halles.marketplace.catalog;

import java.util.List;
import org.halles.marketplace.shared.Texts;

/**
 * A category as an operator wants it, unchecked.
 *
 * @param parent id or slug of the one above it; null at the root
 * @param slug its name in addresses; made of the name if left out, and stays as it was made
 * @param taxClass {@code standard} unless said otherwise
 * @param position among those with the same parent; at the end unless said otherwise
 * @param archived true if nothing new may be put there
 * @param access {@code everybody} unless said otherwise, {@code professionals} or {@code named}
 * @param vendors slugs of the vendors who may sell there, for {@code named}
 */
public record CategoryInput(
    String parent,
    String slug,
    Texts name,
    String taxClass,
    Integer position,
    Boolean archived,
    String access,
    List<String> vendors) {}
