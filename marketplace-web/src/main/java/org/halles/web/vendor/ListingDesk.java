package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.catalog.Cataloguing;
import org.halles.marketplace.catalog.ListingStatus;
import org.halles.marketplace.catalog.OfferView;
import org.halles.marketplace.catalog.PriceInput;
import org.halles.marketplace.catalog.Terms;
import org.halles.marketplace.catalog.VendorListing;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.spi.CurrencyCode;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;
import org.primefaces.event.CellEditEvent;

/** The vendor's goods, one row an offer; prices and stock are changed in place. */
@Named
@RequestScoped
public class ListingDesk {

  @Inject
  @Param(name = "show")
  private String show;

  @Inject @Param private String cursor;
  @Inject private Desk desk;
  @Inject private Cataloguing cataloguing;
  @Inject private Terms terms;
  @Inject private Say say;

  private Page<VendorListing> page;
  private List<Row> rows;

  /** One offer as it stands in the table, with what is being typed over it. */
  public static final class Row {
    private final VendorListing listing;
    private final OfferView offer;
    private BigDecimal price;
    private Integer stock;

    Row(VendorListing listing, OfferView offer) {
      this.listing = listing;
      this.offer = offer;
      this.price = offer.price().toDecimal();
      this.stock = offer.stock();
    }

    public String getKey() {
      return offer.id().toString();
    }

    public VendorListing getListing() {
      return listing;
    }

    public OfferView getOffer() {
      return offer;
    }

    public BigDecimal getPrice() {
      return price;
    }

    public void setPrice(BigDecimal price) {
      this.price = price;
    }

    public Integer getStock() {
      return stock;
    }

    public void setStock(Integer stock) {
      this.stock = stock;
    }
  }

  public List<Row> getRows() {
    if (rows == null) {
      rows = new ArrayList<>();
      for (VendorListing listing : page().items()) {
        listing.variants().forEach(offer -> rows.add(new Row(listing, offer)));
      }
    }
    return rows;
  }

  public List<ListingStatus> getStatuses() {
    return List.of(ListingStatus.values());
  }

  public ListingStatus getStatus() {
    for (ListingStatus status : ListingStatus.values()) {
      if (status.name().equals(show)) {
        return status;
      }
    }
    return null;
  }

  /** A price or a stock was typed over: only that one changes. */
  public void edited(CellEditEvent<?> event) {
    UUID offer = UUID.fromString(event.getRowKey());
    Row row = getRows().stream().filter(r -> r.offer.id().equals(offer)).findFirst().orElse(null);
    if (row == null) {
      return;
    }
    boolean priceChanged = row.offer.price().toDecimal().compareTo(row.price) != 0;
    PriceInput price = priceChanged ? priceOf(row) : null;
    Integer stock = priceChanged ? null : row.stock;
    if (say.trying(() -> terms.change(desk.scope(), offer, price, stock))) {
      say.done("vendor.listings.saved", row.offer.sku());
    }
    page = null;
    rows = null;
  }

  private static PriceInput priceOf(Row row) {
    CurrencyCode currency = row.offer.price().currency();
    long minor =
        row.price
            .movePointRight(currency.fractionDigits())
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
    return new PriceInput(minor, currency.value());
  }

  public String hrefOf(ListingStatus status) {
    return Query.of(desk.getPath() + "/listings").with("show", status).toString();
  }

  public String getNext() {
    return page().next() == null
        ? null
        : Query.of(desk.getPath() + "/listings")
            .with("show", getStatus())
            .with("cursor", page().next())
            .toString();
  }

  public String getFirst() {
    return cursor == null ? null : hrefOf(getStatus());
  }

  private Page<VendorListing> page() {
    if (page == null) {
      page = cataloguing.list(desk.scope(), getStatus(), Paging.of(null, cursor));
    }
    return page;
  }
}
