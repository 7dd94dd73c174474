package org.halles.marketplace.catalog;

import java.util.List;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * The best offer of each listing of one product, the winning one first. Those that can be had come
 * before those that are not shipped to the country, and these before those that are out; then the
 * points decide, then the price with shipping, then the days, then the listing's id.
 *
 * @param country where the parcel goes, ISO 3166-1 alpha-2, or null: each vendor's own country
 * @param weights what each kind of points counts
 * @param comparable false where the offers have several currencies: then nobody wins
 * @param places in their order
 */
public record RankedOffers(
    String country, OfferWeights weights, boolean comparable, List<Place> places) {

  /**
   * An offer in its place.
   *
   * @param total its price with the cheapest shipping; without it where that depends on the cart
   * @param days until it arrives, or null where nothing is shipped or nobody knows
   * @param shipped false if the vendor does not ship it to the country
   * @param delivery the vendor's cheapest way, or null
   */
  public record Place(
      UUID listingId,
      String listingSlug,
      String vendorSlug,
      String vendorName,
      OfferView offer,
      Money total,
      Integer days,
      boolean shipped,
      ListingDetail.Delivery delivery,
      Points points) {

    /** True if a buyer can have it there now. */
    public boolean obtainable() {
      return shipped && offer.available();
    }
  }

  /**
   * What an offer earned, 0 to 1000 each.
   *
   * @param price the lowest price with shipping, divided by this one
   * @param delivery the fewest days and one, divided by its days and one
   * @param stock a tenth for each unit; all from ten on, and where they are not counted
   * @param rating the vendor's average, divided by five stars; five reviews of three stars are
   *     added, so that a first review weighs little
   * @param score all of them, each as much as its weight says
   */
  public record Points(int price, int delivery, int stock, int rating, int score) {}

  public RankedOffers {
    places = List.copyOf(places);
  }
}
