package org.halles.web.vendor;

import java.math.BigDecimal;
import org.halles.marketplace.catalog.OfferView;
import org.halles.marketplace.catalog.PriceInput;
import org.halles.marketplace.catalog.ShelfRow;
import org.halles.spi.CurrencyCode;

/**
 * One offer as it stands in the table, and what is typed over it. The page posts back which offer
 * the row showed: the list may have moved on since, and a price must not land on a neighbour.
 */
public class OfferRow {

  private final ShelfRow listing;
  private final OfferView offer;
  private String shown;
  private BigDecimal typedPrice;
  private Integer typedStock;

  OfferRow(ShelfRow row) {
    this.listing = row;
    this.offer = row.offer();
    this.shown = row.offer().id().toString();
  }

  /** The new price in the currency of the offer, or null if none was typed. */
  PriceInput typedPrice() {
    if (typedPrice == null) {
      return null;
    }
    CurrencyCode currency = offer.price().currency();
    long minor = typedPrice.movePointRight(currency.fractionDigits()).longValueExact();
    return new PriceInput(minor, currency.value());
  }

  /** The new stock, or null if none was typed. */
  Integer typedStock() {
    return typedStock;
  }

  public String getKey() {
    return offer.id().toString();
  }

  public ShelfRow getListing() {
    return listing;
  }

  public OfferView getOffer() {
    return offer;
  }

  /** The offer that the page showed here. */
  public String getShown() {
    return shown;
  }

  public void setShown(String shown) {
    this.shown = shown;
  }

  public BigDecimal getPrice() {
    return offer.price().toDecimal();
  }

  public void setPrice(BigDecimal price) {
    this.typedPrice = price;
  }

  public Integer getStock() {
    return offer.stock();
  }

  public void setStock(Integer stock) {
    this.typedStock = stock;
  }
}
