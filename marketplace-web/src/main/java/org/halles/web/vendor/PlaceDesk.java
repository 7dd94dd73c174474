package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.catalog.OfferView;
import org.halles.marketplace.catalog.PlacedUnits;
import org.halles.marketplace.catalog.ShelfQuery;
import org.halles.marketplace.catalog.StockPlace;
import org.halles.marketplace.catalog.StockPlaces;
import org.halles.marketplace.catalog.VendorShelf;
import org.halles.marketplace.shared.NotFound;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.primefaces.model.LazyDataModel;

/** Where the vendor's goods lie: its places in their order, and how much of each offer is where. */
@Named
@RequestScoped
public class PlaceDesk {

  @Inject
  @Param(name = "q")
  private String words;

  @Inject private Desk desk;
  @Inject private StockPlaces places;
  @Inject private VendorShelf shelf;
  @Inject private Say say;

  private List<StockPlace> list;
  private LazyDataModel<OfferRow> rows;
  private PlaceForm form = new PlaceForm();
  private String sku;
  private Map<String, Number> units = new LinkedHashMap<>();
  private Map<String, Number> seen = new LinkedHashMap<>();

  public List<StockPlace> getPlaces() {
    if (list == null) {
      list = places.list(desk.scope());
    }
    return list;
  }

  /** True if there is something to tell apart. */
  public boolean isSeveral() {
    return getPlaces().size() > 1;
  }

  /** What the vendor sells, with how much of it lies where. */
  public LazyDataModel<OfferRow> getRows() {
    if (rows == null) {
      rows = new OfferRows(shelf, desk.scope(), new ShelfQuery(null, words, null, false));
    }
    return rows;
  }

  /** Opens the form for a new place. */
  public void begin() {
    form = new PlaceForm();
  }

  /** Opens the form with this place. */
  public void edit() {
    form = PlaceForm.of(shown());
  }

  /** Stores what was typed. */
  public void save() {
    boolean done =
        say.trying(
            () -> {
              if (form.getId() == null || form.getId().isBlank()) {
                places.add(desk.scope(), form.input(null, true));
              } else {
                UUID id = UUID.fromString(form.getId());
                places.change(desk.scope(), id, form.input(null, isOn(id)));
              }
            });
    if (done) {
      say.done("stock.saved", form.getName());
      form = new PlaceForm();
    }
    again();
  }

  private boolean isOn(UUID id) {
    return getPlaces().stream()
        .filter(place -> place.id().equals(id))
        .findFirst()
        .map(StockPlace::active)
        .orElse(true);
  }

  /** Orders take from it sooner. */
  public void forward() {
    StockPlace place = shown();
    change(place, place.position() - 1, place.active());
  }

  /** What lies there is for sale from now on, or not. */
  public void turn() {
    StockPlace place = shown();
    boolean on = Boolean.parseBoolean(Faces.getRequestParameter("on"));
    if (place.active() == on && change(place, null, !on)) {
      say.done(place.active() ? "stock.turned-off" : "stock.turned-on", place.name());
    }
  }

  /** Takes away a place that was never needed; the page is read anew. */
  public void remove() {
    StockPlace place = shown();
    boolean done = say.trying(() -> places.remove(desk.scope(), place.id()));
    PrimeFaces.current().ajax().addCallbackParam("gone", done);
    again();
  }

  /** The place on whose row the button stood: the list may have moved on since. */
  private StockPlace shown() {
    String id = Faces.getRequestParameter("at");
    return getPlaces().stream()
        .filter(place -> place.id().toString().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("stock place", id));
  }

  private boolean change(StockPlace place, Integer position, boolean active) {
    PlaceForm same = PlaceForm.of(place);
    boolean done =
        say.trying(() -> places.change(desk.scope(), place.id(), same.input(position, active)));
    again();
    return done;
  }

  /** Opens the form that says how many of this offer lie where. */
  public void count(OfferView offer) {
    sku = offer.sku();
    units = new LinkedHashMap<>();
    getPlaces().forEach(place -> units.put(place.code(), unitsAt(offer, place)));
    seen = new LinkedHashMap<>(units);
  }

  /** How many of an offer lie at a place. */
  public Integer unitsAt(OfferView offer, StockPlace place) {
    return offer == null || offer.places() == null
        ? null
        : offer.places().getOrDefault(place.code(), 0);
  }

  /** Stores how many lie where, of the places that were touched: others may have sold meanwhile. */
  public void lay() {
    List<PlacedUnits> laid = new ArrayList<>();
    units.forEach(
        (place, quantity) -> {
          Integer before = seen.get(place) == null ? null : whole(seen.get(place));
          if (quantity != null && !whole(quantity).equals(before)) {
            laid.add(new PlacedUnits(sku, place, whole(quantity), before));
          }
        });
    if (laid.isEmpty()) {
      return;
    }
    if (say.trying(() -> places.lay(desk.scope(), laid))) {
      say.done("stock.laid", sku);
    }
    again();
  }

  private static Integer whole(Number units) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(units.longValue(), Integer.MAX_VALUE));
  }

  private void again() {
    list = null;
    rows = null;
  }

  public String getWords() {
    return words;
  }

  public PlaceForm getForm() {
    return form;
  }

  public String getSku() {
    return sku;
  }

  public void setSku(String sku) {
    this.sku = sku;
  }

  /** How many lay there when the form was opened. */
  public Map<String, Number> getSeen() {
    return seen;
  }

  public Map<String, Number> getUnits() {
    return units;
  }
}
