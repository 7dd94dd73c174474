package org.halles.marketplace.catalog;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

  public void remove(VendorScope vendor, StockPlace place) {
    Marketplace.inTransaction(
        () -> {
          places.remove(vendor, place.id());
          return null;
        });
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
    return set(offer, units, () -> {});
  }

  /** The same in a transaction that does something else before it ends. */
  public Object set(UUID offer, int units, Runnable before) {
    return Marketplace.inTransaction(
        () -> {
          new Stock(Market.database()).set(Map.of(offer, units));
          before.run();
          return null;
        });
  }

  /** An offer that can always be had from now on. */
  public void uncount(UUID offer) {
    Map<UUID, Integer> nothing = new HashMap<>();
    nothing.put(offer, null);
    Marketplace.inTransaction(
        () -> {
          new Stock(Market.database()).set(nothing);
          return null;
        });
  }

  /** Until somebody waits for what the caller's transaction holds. */
  public void awaitWhoWaits() {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (System.nanoTime() < end && !waited()) {
      Thread.onSpinWait();
    }
    if (!waited()) {
      throw new AssertionError("nobody waited for the count");
    }
  }

  private static boolean waited() {
    return Market.database()
        .find(
            """
            select exists (select 1 from pg_locks l
                            where not l.granted
                              and pg_backend_pid() = any(pg_blocking_pids(l.pid))) as waits
            """,
            row -> row.flag("waits"))
        .orElseThrow();
  }

  /** Offers whose count is not the sum of their places that are on, or that miss a place. */
  public List<UUID> outOfStep() {
    return Market.database()
        .list(
            """
            select s.offer_id from stock s join offer o on o.id = s.offer_id
              join stock_place p on p.vendor_id = o.vendor_id
              left join place_stock ps on ps.offer_id = o.id and ps.place_id = p.id
             group by s.offer_id, s.quantity
            having s.quantity <> coalesce(sum(ps.quantity) filter (where p.active), 0)
                or count(*) <> count(ps.offer_id)
            """,
            row -> row.uuid("offer_id"));
  }

  /** Units by the places' codes, in the vendor's order. */
  public Map<String, Long> units(VendorScope vendor) {
    return Marketplace.inTransaction(() -> places.list(vendor)).stream()
        .collect(
            Collectors.toMap(
                StockPlace::code, StockPlace::units, (one, other) -> one, LinkedHashMap::new));
  }

  public static StockPlaceInput input(String name, Integer position, boolean on) {
    return new StockPlaceInput(name, "1 quai", null, "49000", "Angers", "fr", position, on);
  }
}
