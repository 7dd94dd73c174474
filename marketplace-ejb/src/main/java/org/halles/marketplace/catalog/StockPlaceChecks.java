package org.halles.marketplace.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.PostalCode;

/** Checks what vendors say about their stock places. */
final class StockPlaceChecks {

  /** As many as a vendor may have. */
  static final int MOST_PLACES = 50;

  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  private final Checklist checklist;

  StockPlaceChecks(Checklist checklist) {
    this.checklist = checklist;
  }

  /**
   * @param others the vendor's places as they are
   * @param place which of them changes, or null for a new one
   */
  StockPlaceInput check(StockPlaceInput input, List<StockPlace> others, StockPlace place) {
    int last = place == null ? others.size() + 1 : others.size();
    if (last > MOST_PLACES) {
      checklist.reject("places", "may be at most " + MOST_PLACES, last);
    }
    String country = country(input.country());
    return new StockPlaceInput(
        checklist.text("name", input.name(), 80),
        checklist.text("line1", input.line1(), 200),
        checklist.optional("line2", input.line2(), 200),
        postalCode(input.postalCode(), country),
        checklist.text("city", input.city(), 100),
        country,
        checklist.number(
            "position", input.position(), 1, last, place == null ? last : place.position()),
        active(input.active(), others, place));
  }

  private String postalCode(String given, String country) {
    String code = checklist.text("postalCode", given, 20);
    if (!code.isEmpty()) {
      PostalCode.problem(country, code)
          .ifPresent(why -> checklist.reject("postalCode", why.in("en"), given));
    }
    return code;
  }

  private String country(String given) {
    String country = checklist.text("country", given, 100).toUpperCase(Locale.ROOT);
    if (!country.isEmpty() && !COUNTRIES.contains(country)) {
      checklist.reject("country", "must be an ISO 3166 country code such as FR", given);
    }
    return country;
  }

  private boolean active(Boolean given, List<StockPlace> others, StockPlace place) {
    boolean active = given == null ? place == null || place.active() : given;
    boolean another =
        others.stream()
            .anyMatch(one -> one.active() && (place == null || !one.id().equals(place.id())));
    if (!active && !another) {
      checklist.reject("active", "must stay true: it is the only place that is on", given);
    }
    return active;
  }

  /** How many lie somewhere. */
  void units(String path, PlacedUnits units, Set<String> told) {
    if (units == null) {
      checklist.reject(path, "is null: leave it out", null);
      return;
    }
    checklist.text(path + ".sku", units.sku(), 140);
    checklist.text(path + ".place", units.place(), 40);
    if (!told.add(units.sku() + "\n" + units.place())) {
      checklist.reject(path + ".place", "is there twice for this offer", units.place());
    }
    if (units.quantity() == null) {
      checklist.reject(path + ".quantity", "is missing: give the number of units", null);
    } else {
      checklist.number(path + ".quantity", units.quantity(), 0, PriceChecks.MOST_STOCK, 0);
    }
  }

  /** Whether there is such an offer and such a place. */
  void known(String path, PlacedUnits units, StockPlaces.Result result) {
    if (result == StockPlaces.Result.UNKNOWN_SKU) {
      checklist.reject(path + ".sku", "is none of your offers' numbers", units.sku());
    } else if (result == StockPlaces.Result.UNKNOWN_PLACE) {
      checklist.reject(path + ".place", "is none of your places' codes", units.place());
    } else if (result == StockPlaces.Result.MOVED) {
      checklist.reject(
          path + ".quantity", "holds other units than you saw: look again", units.quantity());
    }
  }
}
