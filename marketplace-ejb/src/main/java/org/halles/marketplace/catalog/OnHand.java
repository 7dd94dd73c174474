package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Database;

/**
 * What is on hand of listings that are about to be written. Nobody edits, counts or buys them
 * between reading and writing: whatever was sold before stays sold. Many listings are held in the
 * order of their ids, so that two who hold many never wait for each other in a circle.
 */
@ApplicationScoped
class OnHand {

  /**
   * What there is of an offer.
   *
   * @param stock null where it is not counted
   * @param places null where no place was named
   */
  record Held(Integer stock, Map<String, Integer> places) {}

  private Database database;

  protected OnHand() {}

  @Inject
  OnHand(Database database) {
    this.database = database;
  }

  /** What there is of each offer of these listings, by SKU, until the transaction ends. */
  Map<String, Held> hold(UUID vendor, Collection<UUID> listings) {
    Map<String, Held> held = new HashMap<>();
    if (listings.isEmpty()) {
      return held;
    }
    UUID[] ids = listings.toArray(UUID[]::new);
    lock(vendor, ids);
    database.list(
        """
        select o.sku, s.quantity, %s as places
          from offer o left join stock s on s.offer_id = o.id
         where o.vendor_id = ? and o.listing_id = any(?) and o.active
        """
            .formatted(StockPlaceRows.PLACES_OF_O),
        row ->
            held.put(
                row.text("sku"),
                new Held(row.integerOrNull("quantity"), StockPlaceRows.units(row, "places"))),
        vendor,
        ids);
    return held;
  }

  /** In the order in which whoever edits one of them locks: listing, vendor, counts. */
  private void lock(UUID vendor, UUID[] listings) {
    database.list(
        "select 1 from listing where vendor_id = ? and id = any(?) order by id for update",
        row -> true,
        vendor,
        listings);
    database.find("select 1 from vendor where id = ? for share", row -> true, vendor);
    database.list(
        """
        select 1 from stock s join offer o on o.id = s.offer_id
         where o.vendor_id = ? and o.listing_id = any(?)
         order by s.offer_id for no key update of s
        """,
        row -> true,
        vendor,
        listings);
  }
}
