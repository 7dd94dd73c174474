package org.halles.spi;

/** What a row of a catalogue can say, in whatever layout. */
public enum CatalogField {
  /** A listing's title; the fact's name is the language, or empty for the file's language. */
  TITLE(false),
  /** HTML or plain text; the fact's name is the language, or empty for the file's language. */
  DESCRIPTION(false),
  /** As the file calls it; the vendor says once which of the marketplace's it is. */
  CATEGORY(false),
  /** {@code goods}, {@code service}, {@code digital} or {@code request}. */
  KIND(false),
  /** The fact's name is the attribute's. */
  ATTRIBUTE(false),
  /** The address of a picture; the fact's name is what is on it. In the order they are shown. */
  IMAGE(false),
  /** {@code true} if it is meant to be on sale, {@code false} if it is a draft. */
  PUBLISHED(false),
  /** The vendor's own number of the variant. */
  SKU(true),
  /** The fact's name is the option's, such as {@code Size}. */
  OPTION(true),
  /** An amount of whole units with a decimal point, such as {@code 12.90}. */
  PRICE(true),
  /** ISO 4217. */
  CURRENCY(true),
  /** A whole number. */
  STOCK(true),
  /** EAN, UPC or ISBN-13. */
  GTIN(true),
  /** {@code new}, {@code like-new}, {@code good}, {@code fair} or {@code refurbished}. */
  CONDITION(true),
  /** A whole number of working days. */
  LEAD_TIME_DAYS(true),
  /** A number of grams. */
  WEIGHT_GRAMS(true),
  /** An amount like a price: what shipping one unit costs. */
  SHIPPING_FEE(true),
  /**
   * What a unit costs from so many pieces on, such as {@code 10:4.50 100:3.90}; {@code none} for no
   * steps.
   */
  PRICE_BREAKS(true),
  /**
   * Of the stock, how many lie where, by the codes of the vendor's places, such as {@code atelier:3
   * reserve:12}.
   */
  STOCK_PLACES(true),
  /** From how many on it is sold at once; 1 for any. Since SPI 1.11. */
  ORDER_LEAST(true),
  /** In packs of how many it is sold; 1 for none. Since SPI 1.11. */
  ORDER_PACK(true),
  /** How many are sold at once at most; 9999 for any. Since SPI 1.11. */
  ORDER_MOST(true);

  private final boolean ofVariant;

  CatalogField(boolean ofVariant) {
    this.ofVariant = ofVariant;
  }

  /** True for what is said of one variant, false for what is said of the whole listing. */
  public boolean isOfVariant() {
    return ofVariant;
  }
}
