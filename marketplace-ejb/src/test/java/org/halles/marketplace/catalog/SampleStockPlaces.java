package org.halles.marketplace.catalog;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.vendor.VendorScope;

/** Stock places beside the money part of the marketplace. */
public final class SampleStockPlaces {

  private final StockPlaces places =
      new StockPlaces(
          new StockPlaceRows(Market.database()),
          new Stock(Market.database()),
          new Audit(Market.database(), Marketplace.get(CurrentCaller.class), Clock.systemUTC()));

  public StockPlace add(VendorScope vendor, String name) {
    return Marketplace.inTransaction(() -> places.add(vendor, input(name, null, true)));
  }

  public StockPlace change(VendorScope vendor, StockPlace place, Integer position, boolean on) {
    return Marketplace.inTransaction(
        () -> places.change(vendor, place.id(), input(place.name(), position, on)));
  }

  public void lay(VendorScope vendor, String sku, StockPlace place, int units) {
    Marketplace.inTransaction(
        () -> {
          places.lay(vendor, List.of(new PlacedUnits(sku, place.code(), units)));
          return null;
        });
  }

  /** The same by somebody who saw so many there. */
  public void lay(VendorScope vendor, String sku, StockPlace place, int units, int seen) {
    Marketplace.inTransaction(
        () -> {
          places.lay(vendor, List.of(new PlacedUnits(sku, place.code(), units, seen)));
          return null;
        });
  }

  /** Counts an offer anew. */
  public Object set(UUID offer, int units) {
    return Marketplace.inTransaction(
        () -> {
          new Stock(Market.database()).set(Map.of(offer, units));
          return null;
        });
  }

  /** Units by the places' codes, in the vendor's order. */
  public Map<String, Long> units(VendorScope vendor) {
    return Marketplace.inTransaction(() -> places.list(vendor)).stream()
        .collect(
            Collectors.toMap(
                StockPlace::code,
                StockPlace::units,
                (one, other) -> one,
                java.util.LinkedHashMap::new));
  }

  public static StockPlaceInput input(String name, Integer position, boolean on) {
    return new StockPlaceInput(name, "1 quai", null, "49000", "Angers", "fr", position, on);
  }
}
