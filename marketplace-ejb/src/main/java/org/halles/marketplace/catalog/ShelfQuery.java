package org.halles.marketplace.catalog;

/**
 * What a vendor wants to see of its offers; every part may be null.
 *
 * @param words part of a title or an SKU
 * @param order {@code updated}, {@code title}, {@code price}, {@code stock} or {@code sku}
 */
public record ShelfQuery(ListingStatus status, String words, String order, boolean descending) {

  /** By what the list may be ordered. */
  enum Order {
    UPDATED("l.updated_at"),
    TITLE("lower(coalesce(l.title ->> 'fr', l.title ->> 'en', ''))"),
    SKU("o.sku"),
    PRICE("o.price_minor"),
    STOCK("coalesce(s.quantity, 2147483647)");

    final String column;

    Order(String column) {
      this.column = column;
    }
  }
}
