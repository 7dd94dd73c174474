package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.catalog.Cataloguing;
import org.halles.marketplace.catalog.ListingStatus;
import org.halles.marketplace.catalog.Terms;
import org.halles.marketplace.catalog.VendorListing;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
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
  private List<OfferRow> rows;

  public List<OfferRow> getRows() {
    if (rows == null) {
      rows = new ArrayList<>();
      for (VendorListing listing : page().items()) {
        listing.variants().forEach(offer -> rows.add(new OfferRow(listing, offer)));
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

  /** A price or a stock was typed over; the row says itself which offer it showed. */
  public void edited(CellEditEvent<?> event) {
    OfferRow typed = getRows().get(event.getRowIndex());
    UUID offer = UUID.fromString(typed.getShown());
    if (say.trying(
        () -> terms.change(desk.scope(), offer, typed.typedPrice(), typed.typedStock()))) {
      say.done("vendor.listings.saved");
    }
    page = null;
    rows = null;
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
