package org.halles.marketplace.catalog;

import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;

/**
 * A category whose every field may be stored.
 *
 * @param parent null at the root
 * @param vendors ids of those who are named; null to leave them as they are
 */
record CheckedCategory(
    CategoryView parent,
    String slug,
    Texts name,
    String taxClass,
    int position,
    boolean archived,
    CategoryView.Access access,
    List<UUID> vendors) {}
