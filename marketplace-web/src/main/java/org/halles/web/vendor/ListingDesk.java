package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.catalog.Cataloguing;
import org.halles.marketplace.catalog.DraftLine;
import org.halles.marketplace.catalog.DraftView;
import org.halles.marketplace.catalog.Drafts;
import org.halles.marketplace.catalog.ListingStatus;
import org.halles.marketplace.catalog.ShelfQuery;
import org.halles.marketplace.catalog.Terms;
import org.halles.marketplace.catalog.VendorShelf;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.primefaces.event.CellEditEvent;
import org.primefaces.model.LazyDataModel;

/** The vendor's goods, one row an offer; prices and stock are changed in place, or many at once. */
@Named
@RequestScoped
public class ListingDesk {

  private static final Set<String> TOLD = Set.of("submitted", "live", "change", "discarded");
  private static final int MOST_DRAFTS = 6;

  @Inject
  @Param(name = "show")
  private String show;

  @Inject
  @Param(name = "q")
  private String words;

  @Inject
  @Param(name = "told")
  private String told;

  @Inject private Desk desk;
  @Inject private VendorShelf shelf;
  @Inject private Cataloguing cataloguing;
  @Inject private Drafts drafts;
  @Inject private Terms terms;
  @Inject private Say say;

  private LazyDataModel<OfferRow> rows;
  private List<DraftLine> lines;
  private List<OfferRow> selected;
  private BigDecimal percent;
  private Boolean bare;

  public LazyDataModel<OfferRow> getRows() {
    if (rows == null) {
      rows = new OfferRows(shelf, desk.scope(), new ShelfQuery(getStatus(), words, null, false));
    }
    return rows;
  }

  /** True if nothing was handed in yet, and so there is nothing to look through. */
  public boolean isBare() {
    if (bare == null) {
      bare =
          getStatus() == null
              && (words == null || words.isBlank())
              && shelf.count(desk.scope(), new ShelfQuery(null, null, null, false)) == 0;
    }
    return bare;
  }

  /** What is being written and was not handed in yet. */
  public List<DraftLine> getDrafts() {
    if (lines == null) {
      lines = drafts.list(desk.scope(), new Paging(MOST_DRAFTS, null)).items();
    }
    return lines;
  }

  public List<ListingStatus> getStatuses() {
    return Arrays.stream(ListingStatus.values())
        .filter(status -> status != ListingStatus.PRIVATE)
        .toList();
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
    OfferRow typed = getRows().getWrappedData().get(event.getRowIndex() % getRows().getPageSize());
    UUID offer = UUID.fromString(typed.getShown());
    if (say.trying(
        () -> terms.change(desk.scope(), offer, typed.typedPrice(), typed.typedStock(), null))) {
      say.done("vendor.listings.saved");
    }
    rows = null;
  }

  /** Puts the listings of the chosen rows away. */
  public void archive() {
    List<UUID> listings =
        chosen().stream().map(row -> row.getListing().listingId()).distinct().toList();
    int done = 0;
    for (UUID listing : listings) {
      done += say.trying(() -> cataloguing.archive(desk.scope(), listing)) ? 1 : 0;
    }
    if (done > 0) {
      say.done("shelf.archived", done);
    }
    afresh();
  }

  /** Changes the prices of the chosen rows by a share. */
  public void reprice() {
    List<UUID> offers = chosen().stream().map(row -> UUID.fromString(row.getKey())).toList();
    if (say.trying(() -> terms.changeBy(desk.scope(), offers, percent))) {
      say.done("shelf.repriced", offers.size());
      percent = null;
    }
    afresh();
  }

  /** A new draft that says the same as the listing of the chosen row. */
  public void duplicate(UUID listingId) {
    DraftView copy = drafts.duplicate(desk.scope(), listingId);
    Faces.redirect("/vendor/%s/listings/drafts/%s", desk.getSlug(), copy.id().toString());
  }

  private List<OfferRow> chosen() {
    return selected == null ? List.of() : selected;
  }

  private void afresh() {
    selected = null;
    rows = null;
  }

  public String hrefOf(ListingStatus status) {
    return Query.of(desk.getPath() + "/listings").with("show", status).with("q", words).toString();
  }

  public String getWords() {
    return words;
  }

  /** How the last visit of the editor ended, or null. */
  public String getTold() {
    return told != null && TOLD.contains(told) ? told : null;
  }

  public List<OfferRow> getSelected() {
    return selected;
  }

  public void setSelected(List<OfferRow> selected) {
    this.selected = selected;
  }

  public BigDecimal getPercent() {
    return percent;
  }

  public void setPercent(BigDecimal percent) {
    this.percent = percent;
  }
}
