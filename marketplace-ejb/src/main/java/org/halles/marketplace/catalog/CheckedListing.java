package org.halles.marketplace.catalog;

import java.util.List;
import java.util.Map;
import org.halles.marketplace.shared.Texts;

/** A listing whose every field may be stored. */
record CheckedListing(
    ListingKind kind,
    Texts title,
    Texts description,
    CategoryView category,
    Map<String, String> attributes,
    List<CheckedVariant> variants,
    List<ImageView> images) {

  CheckedListing with(Map<String, String> said, List<CheckedVariant> cleaned) {
    return new CheckedListing(kind, title, description, category, said, cleaned, images);
  }
}
