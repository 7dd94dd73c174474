package org.halles.marketplace.catalog;

import java.util.List;
import java.util.Map;
import org.halles.marketplace.shared.Texts;

/**
 * A listing as its vendor wants it from now on, unchecked; {@link Cataloguing} names everything
 * that is wrong with it at once.
 *
 * @param kind {@code goods}, {@code service}, {@code digital} or {@code request}
 * @param title in at least one language
 * @param description HTML or plain text; cleaned of whatever is no text, list, link or emphasis
 * @param categoryId a category's id or slug
 * @param attributes such as {@code brand} or {@code material}
 * @param variants at least one
 * @param images in the order they are shown; may be left out
 */
public record ListingInput(
    String kind,
    Texts title,
    Texts description,
    String categoryId,
    Map<String, String> attributes,
    List<VariantInput> variants,
    List<ImageInput> images) {

  /** The same with other variants. */
  ListingInput with(List<VariantInput> others) {
    return new ListingInput(kind, title, description, categoryId, attributes, others, images);
  }
}
