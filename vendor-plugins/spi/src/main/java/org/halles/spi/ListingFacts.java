package org.halles.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A listing as it would be shown, with what the marketplace knows around it.
 *
 * @param listingId opaque
 * @param vendorId opaque
 * @param changed the fields an edit changes; empty for a listing that was not on sale
 * @param kind {@code goods}, {@code service}, {@code digital} or {@code request}
 * @param title by language
 * @param description by language, as plain text
 * @param category slugs from the root down to the listing's
 * @param attributes such as {@code brand}
 * @param variants what can be bought; at least one
 * @param images in the order they are shown
 * @param prices what things in this category cost, or null while too few are on sale
 * @param similar listings of this and other vendors that look alike, most alike first, at most 20
 */
public record ListingFacts(
    String listingId,
    String vendorId,
    List<String> changed,
    String kind,
    Map<String, String> title,
    Map<String, String> description,
    List<String> category,
    Map<String, String> attributes,
    List<Variant> variants,
    List<Image> images,
    CategoryPrices prices,
    List<Similar> similar) {

  public ListingFacts {
    changed = List.copyOf(changed);
    title = Collections.unmodifiableMap(new LinkedHashMap<>(title));
    description = Collections.unmodifiableMap(new LinkedHashMap<>(description));
    category = List.copyOf(category);
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    variants = List.copyOf(variants);
    images = List.copyOf(images);
    similar = List.copyOf(similar);
  }

  /** What things in the category cost, if enough are on sale. */
  public Optional<CategoryPrices> categoryPrices() {
    return Optional.ofNullable(prices);
  }

  /**
   * One way to buy it.
   *
   * @param options such as {@code size: M}
   * @param gtin 14 digits, or null
   */
  public record Variant(
      String sku, Map<String, String> options, Money price, String condition, String gtin) {

    public Variant {
      options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }
  }

  /**
   * A picture.
   *
   * @param hash of its content: equal pictures have equal hashes
   * @param alt what is on it, by language
   */
  public record Image(String hash, Map<String, String> alt) {

    public Image {
      alt = Collections.unmodifiableMap(new LinkedHashMap<>(alt));
    }
  }

  /**
   * The quarters of the prices of other vendors' offers in the category, which a few wild ones do
   * not move.
   *
   * @param count how many offers they are of
   * @param lower a quarter costs less
   * @param median half cost less
   * @param upper a quarter costs more
   */
  public record CategoryPrices(int count, Money lower, Money median, Money upper) {}

  /**
   * Another listing that looks alike.
   *
   * @param listingId opaque
   * @param sameVendor true if it is the same vendor's
   * @param title for people to recognise it
   * @param text its title and description as plain text
   * @param images hashes of its pictures
   */
  public record Similar(
      String listingId, boolean sameVendor, String title, String text, List<String> images) {

    public Similar {
      images = List.copyOf(images);
    }
  }
}
