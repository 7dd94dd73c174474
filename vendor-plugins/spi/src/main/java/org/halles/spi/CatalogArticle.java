package org.halles.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A listing as it is exported.
 *
 * @param handle names it in the file; lower-case letters, digits and hyphens
 * @param kind {@code goods}, {@code service}, {@code digital} or {@code request}
 * @param title by language
 * @param description HTML by language
 * @param category the category's slug
 * @param categoryPath the category's names from the root, in the language of the file
 * @param published true if it is on sale or on its way there
 * @param attributes values by name
 * @param variants at least one
 * @param images in the order they are shown
 */
public record CatalogArticle(
    String handle,
    String kind,
    Map<String, String> title,
    Map<String, String> description,
    String category,
    List<String> categoryPath,
    boolean published,
    Map<String, String> attributes,
    List<Variant> variants,
    List<Image> images) {

  public CatalogArticle {
    title = Map.copyOf(title);
    description = Map.copyOf(description);
    categoryPath = List.copyOf(categoryPath);
    attributes = ordered(attributes);
    variants = List.copyOf(variants);
    images = List.copyOf(images);
  }

  /** The title in this language, or in whatever language there is. */
  public String titleIn(String language) {
    return in(title, language);
  }

  /** The description in this language; the empty text if there is none in it. */
  public String descriptionIn(String language) {
    return description.getOrDefault(language, "");
  }

  private static String in(Map<String, String> texts, String language) {
    return texts.getOrDefault(language, texts.values().stream().findFirst().orElse(""));
  }

  private static <K, V> Map<K, V> ordered(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /**
   * One way to buy it.
   *
   * @param options values by name, in their order
   * @param stock null where it is not counted
   * @param condition {@code new}, {@code like-new}, ...
   * @param gtin digits, or null
   * @param shippingFee or null
   * @param priceBreaks what a unit costs from so many pieces on, the smallest number first
   * @param stockPlaces of the stock, how many lie where, by the places' codes; empty where there is
   *     one place only
   * @param orders how many are sold at once. Since SPI 1.11
   */
  public record Variant(
      String sku,
      Map<String, String> options,
      Money price,
      Integer stock,
      String condition,
      int leadTimeDays,
      int weightGrams,
      String gtin,
      Money shippingFee,
      Map<Integer, Money> priceBreaks,
      Map<String, Integer> stockPlaces,
      Orders orders) {

    /** A variant of which any number is sold at once. */
    public Variant(
        String sku,
        Map<String, String> options,
        Money price,
        Integer stock,
        String condition,
        int leadTimeDays,
        int weightGrams,
        String gtin,
        Money shippingFee,
        Map<Integer, Money> priceBreaks,
        Map<String, Integer> stockPlaces) {
      this(
          sku,
          options,
          price,
          stock,
          condition,
          leadTimeDays,
          weightGrams,
          gtin,
          shippingFee,
          priceBreaks,
          stockPlaces,
          Orders.ANY);
    }

    /** A variant whose every unit costs the same. */
    public Variant(
        String sku,
        Map<String, String> options,
        Money price,
        Integer stock,
        String condition,
        int leadTimeDays,
        int weightGrams,
        String gtin,
        Money shippingFee) {
      this(
          sku,
          options,
          price,
          stock,
          condition,
          leadTimeDays,
          weightGrams,
          gtin,
          shippingFee,
          Map.of(),
          Map.of());
    }

    /** A variant that lies at one place. */
    public Variant(
        String sku,
        Map<String, String> options,
        Money price,
        Integer stock,
        String condition,
        int leadTimeDays,
        int weightGrams,
        String gtin,
        Money shippingFee,
        Map<Integer, Money> priceBreaks) {
      this(
          sku,
          options,
          price,
          stock,
          condition,
          leadTimeDays,
          weightGrams,
          gtin,
          shippingFee,
          priceBreaks,
          Map.of());
    }

    public Variant {
      options = ordered(options);
      priceBreaks = ordered(priceBreaks);
      stockPlaces = ordered(stockPlaces);
    }
  }

  /**
   * How many of something are sold at once. Since SPI 1.11.
   *
   * @param least from so many on, or null
   * @param pack whole packs of so many, or null
   * @param most so many and no more, or null
   */
  public record Orders(Integer least, Integer pack, Integer most) {

    /** Any number. */
    public static final Orders ANY = new Orders(null, null, null);
  }

  /**
   * A picture.
   *
   * @param address where it can be fetched
   * @param alt what is on it, in the language of the file; may be empty
   */
  public record Image(String address, String alt) {}
}
