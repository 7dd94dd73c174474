package org.halles.marketplace.catalog;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.halles.marketplace.shared.Texts;

/**
 * A listing as somebody is typing it: amounts and numbers are what stands in the fields, right or
 * wrong. Every part may be missing.
 *
 * @param kind {@code goods}, {@code service}, {@code digital} or {@code request}
 * @param attributes by code, as typed
 * @param axes by what the variants differ
 * @param currency of every price
 */
public record DraftContent(
    String kind,
    Texts title,
    Texts description,
    String categoryId,
    Map<String, String> attributes,
    List<Axis> axes,
    List<Variant> variants,
    List<ImageInput> images,
    String currency) {

  /** Nothing typed yet. */
  public static final DraftContent EMPTY =
      new DraftContent("goods", null, null, null, null, null, List.of(Variant.EMPTY), null, "EUR");

  public DraftContent {
    kind = kind == null ? "goods" : kind;
    title = title == null ? Texts.NONE : title;
    description = description == null ? Texts.NONE : description;
    attributes = attributes == null ? Map.of() : attributes;
    axes = present(axes);
    variants = present(variants);
    images = present(images);
    currency = currency == null ? "EUR" : currency;
  }

  /** The same words and prices with other pictures. */
  DraftContent with(List<ImageInput> others) {
    return new DraftContent(
        kind, title, description, categoryId, attributes, axes, variants, others, currency);
  }

  private static <T> List<T> present(List<T> given) {
    return given == null ? List.of() : given.stream().filter(Objects::nonNull).toList();
  }

  /**
   * By what the variants differ.
   *
   * @param attribute a code of the dictionary, or a name of the vendor's own
   * @param values codes or words
   */
  public record Axis(String attribute, List<String> values) {

    public Axis {
      values = present(values);
    }
  }

  /**
   * A variant as it is typed.
   *
   * @param stockThen what was on hand when editing began: left as it is, sales since then count
   * @param priceBreaks what a unit costs from so many pieces on
   * @param orderQuantity how many are sold at once; null if nobody said anything of it
   */
  public record Variant(
      String sku,
      Map<String, String> options,
      String price,
      String stock,
      String stockThen,
      String gtin,
      String condition,
      String leadTimeDays,
      String weightGrams,
      String shippingFee,
      List<Break> priceBreaks,
      Quantity orderQuantity) {

    /** Nothing typed yet. */
    public static final Variant EMPTY =
        new Variant(null, Map.of(), null, null, null, null, "new", null, null, null, null, null);

    /** A variant whose every unit costs the same. */
    public Variant(
        String sku,
        Map<String, String> options,
        String price,
        String stock,
        String stockThen,
        String gtin,
        String condition,
        String leadTimeDays,
        String weightGrams,
        String shippingFee) {
      this(
          sku,
          options,
          price,
          stock,
          stockThen,
          gtin,
          condition,
          leadTimeDays,
          weightGrams,
          shippingFee,
          null,
          null);
    }

    public Variant {
      options = options == null ? Map.of() : options;
      priceBreaks =
          priceBreaks == null ? List.of() : priceBreaks.stream().filter(Objects::nonNull).toList();
    }
  }

  /** How many are sold at once, as it is typed; empty fields limit nothing. */
  public record Quantity(String least, String packSize, String most) {}

  /** A step of the price as it is typed. */
  public record Break(String from, String price) {}
}
