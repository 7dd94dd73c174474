package org.halles.marketplace.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Row;

/** Collects the places that the database gave the offers of a product. */
class Ranking {

  private static final int NOT_SHIPPED = 1;

  private record Placed(int place, RankedOffers.Place offer) {}

  private final String country;
  private final List<Placed> placed = new ArrayList<>();
  private OfferWeights weights;
  private boolean comparable;

  Ranking(String country) {
    this.country = country;
  }

  void add(Row row) throws SQLException {
    if (row.wholeOrNull("place") != null) {
      weights =
          new OfferWeights(
              row.integer("price_weight"),
              row.integer("delivery_weight"),
              row.integer("stock_weight"),
              row.integer("rating_weight"));
      comparable = row.flag("comparable");
      placed.add(new Placed(row.integer("place"), place(row)));
    }
  }

  private static RankedOffers.Place place(Row row) throws SQLException {
    return new RankedOffers.Place(
        row.uuid("listing_id"),
        row.text("listing_slug"),
        row.text("vendor_slug"),
        row.text("vendor_name"),
        Listings.offer(row),
        row.money("total_minor"),
        row.integerOrNull("days"),
        row.integer("way") != NOT_SHIPPED,
        Listings.delivery(row),
        new RankedOffers.Points(
            row.integer("price_points"),
            row.integer("delivery_points"),
            row.integer("stock_points"),
            row.integer("rating_points"),
            row.integer("score")));
  }

  /**
   * In their order; where currencies differ, the listing that is looked at and then the others as
   * they were read. Null where nobody may be compared.
   */
  RankedOffers offers(UUID listing) {
    if (placed.isEmpty()) {
      return null;
    }
    Comparator<Placed> order =
        comparable
            ? Comparator.comparingInt(Placed::place)
            : Comparator.comparing(one -> !one.offer().listingId().equals(listing));
    return new RankedOffers(
        country, weights, comparable, placed.stream().sorted(order).map(Placed::offer).toList());
  }
}
