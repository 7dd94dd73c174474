package org.halles.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.halles.marketplace.catalog.ListingDetail;
import org.halles.marketplace.catalog.OfferWeights;
import org.halles.marketplace.catalog.RankedOffers;
import org.halles.marketplace.catalog.RankedOffers.Place;
import org.halles.marketplace.catalog.RankedOffers.Points;
import org.halles.spi.Money;
import org.halles.web.ui.Amounts;
import org.halles.web.ui.Labels;
import org.halles.web.ui.Language;
import org.halles.web.ui.Words;

/**
 * Who sells a product, at what price, with what shipping, by when, in the order the marketplace
 * ranks them; nobody pays for the first place.
 */
@RequestScoped
class Comparison {

  /**
   * A vendor's best offer of the product.
   *
   * @param here true for the listing of this page
   * @param options what its variant is, where there is a choice
   * @param shipping the price of the cheapest way, or that it depends
   * @param why it is the first, or null if it is not
   */
  public record Line(
      String vendor,
      String href,
      boolean here,
      String options,
      String condition,
      Money price,
      String shipping,
      String promise,
      boolean available,
      String why) {}

  private Goods goods;
  private Labels labels;
  private Words words;
  private Language language;

  protected Comparison() {}

  @Inject
  Comparison(Goods goods, Labels labels, Words words, Language language) {
    this.goods = goods;
    this.labels = labels;
    this.words = words;
    this.language = language;
  }

  /** A line for each vendor, the winning one first; without what only companies may buy. */
  List<Line> of(ListingDetail listing) {
    RankedOffers ranked = listing.ranked();
    if (ranked == null) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    for (Place place : ranked.places()) {
      boolean first = ranked.comparable() && lines.isEmpty() && place.obtainable();
      lines.add(line(place, place.listingId().equals(listing.id()), first ? why(ranked) : null));
    }
    return lines;
  }

  /** What the places are given by, in words; null where nobody is compared. */
  String reasons(ListingDetail listing) {
    RankedOffers ranked = listing.ranked();
    if (ranked == null || !ranked.comparable()) {
      return null;
    }
    Points points = ranked.places().get(0).points();
    OfferWeights weights = ranked.weights();
    List<String> parts = new ArrayList<>();
    part(parts, "price", weights.price(), points.price());
    part(parts, "delivery", weights.delivery(), points.delivery());
    part(parts, "stock", weights.stock(), points.stock());
    part(parts, "rating", weights.rating(), points.rating());
    return words.of(
        ranked.places().get(0).obtainable() ? "listing.placed" : "listing.placed.none",
        String.join(", ", parts));
  }

  private void part(List<String> parts, String what, int weight, int points) {
    if (weight > 0) {
      parts.add(words.of("listing.placed." + what, weight, points));
    }
  }

  /** In words a buyer can check against the table. */
  private String why(RankedOffers ranked) {
    Place best = ranked.places().get(0);
    List<Place> rivals = ranked.places().stream().skip(1).filter(Place::obtainable).toList();
    if (rivals.isEmpty()) {
      return words.get("listing.best.only");
    }
    if (!ranked.weights().priceOnly()) {
      return words.get("listing.best.points");
    }
    if (!rivals.stream().allMatch(one -> best.total().compareTo(one.total()) < 0)) {
      return words.get("listing.best.sooner");
    }
    boolean known = ranked.places().stream().filter(Place::obtainable).allMatch(Comparison::known);
    return words.get(known ? "listing.best.total" : "listing.best.price");
  }

  private static boolean known(Place place) {
    return place.delivery() != null && place.delivery().from() != null;
  }

  private Line line(Place place, boolean here, String why) {
    return new Line(
        place.vendorName(),
        language.getPath() + "/p/" + place.listingSlug() + "-" + place.listingId(),
        here,
        labels.values(place.offer().options(), " · "),
        words.get("condition." + Code.of(place.offer().condition())),
        place.offer().price(),
        shipping(place),
        place.days() == null ? null : goods.arrival(place.days(), null),
        place.offer().available(),
        why);
  }

  private String shipping(Place place) {
    if (!place.shipped()) {
      return words.get("listing.shipping.not-there");
    }
    if (place.delivery() == null) {
      return "";
    }
    Money from = place.delivery().from();
    return from == null
        ? words.get("listing.shipping.later")
        : from.isZero()
            ? words.get("listing.shipping.none")
            : Amounts.text(from, language.getLocale());
  }
}
