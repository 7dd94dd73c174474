package org.halles.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.catalog.ListingDetail;
import org.halles.marketplace.catalog.ListingDetail.Delivery;
import org.halles.marketplace.catalog.ListingDetail.OtherOffer;
import org.halles.marketplace.catalog.OfferView;
import org.halles.spi.Money;
import org.halles.web.ui.Amounts;
import org.halles.web.ui.Labels;
import org.halles.web.ui.Language;
import org.halles.web.ui.Words;

/**
 * Who sells a product, at what price, with what shipping, by when. The best is what can be had for
 * the least money in all, then what arrives first; nobody pays for the first place.
 */
@RequestScoped
class Comparison {

  /**
   * A vendor's best offer of the product.
   *
   * @param here true for the listing of this page
   * @param options what its variant is, where there is a choice
   * @param shipping the price of the cheapest way, or that it depends
   * @param why it is the best, or null if it is not
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

  private record Seller(
      UUID listing, String slug, String vendor, boolean here, OfferView offer, Delivery delivery) {

    Money total() {
      return delivery == null || delivery.from() == null
          ? offer.price()
          : offer.price().plus(delivery.from());
    }

    boolean shippingKnown() {
      return delivery != null && delivery.from() != null;
    }

    int days() {
      return delivery == null ? Integer.MAX_VALUE : delivery.maxDays() + offer.leadTimeDays();
    }
  }

  private static final Comparator<Seller> BEST_FIRST =
      Comparator.comparing((Seller one) -> !one.offer().available())
          .thenComparing(Seller::total)
          .thenComparing(Seller::days)
          .thenComparing(one -> one.listing().toString());

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

  /** A line for each vendor, the best first; without what only companies may buy. */
  List<Line> of(ListingDetail listing) {
    List<Seller> sellers = sellers(listing);
    boolean oneCurrency =
        sellers.stream().map(one -> one.offer().price().currency()).distinct().count() == 1;
    if (oneCurrency) {
      sellers.sort(BEST_FIRST);
    }
    List<Line> lines = new ArrayList<>();
    for (Seller seller : sellers) {
      boolean best = oneCurrency && lines.isEmpty() && seller.offer().available();
      lines.add(line(seller, best ? why(sellers) : null));
    }
    return lines;
  }

  private static List<Seller> sellers(ListingDetail listing) {
    Map<UUID, Seller> best = new LinkedHashMap<>();
    cheapest(listing.companiesOnly() ? List.of() : listing.offers())
        .ifPresent(
            offer ->
                best.put(
                    listing.id(),
                    new Seller(
                        listing.id(),
                        listing.slug(),
                        listing.storefront().name(),
                        true,
                        offer,
                        listing.delivery())));
    for (OtherOffer other : listing.otherOffers()) {
      Seller seller =
          new Seller(
              other.listingId(),
              other.listingSlug(),
              other.vendorName(),
              false,
              other.offer(),
              other.delivery());
      best.merge(
          other.listingId(),
          seller,
          (one, two) -> one.offer().available() || !two.offer().available() ? one : two);
    }
    return new ArrayList<>(best.values());
  }

  private static Optional<OfferView> cheapest(List<OfferView> offers) {
    return offers.stream()
        .min(
            Comparator.comparing((OfferView offer) -> !offer.available())
                .thenComparing(OfferView::price));
  }

  /** In words a buyer can check against the table. */
  private String why(List<Seller> sellers) {
    Seller best = sellers.get(0);
    List<Seller> rivals = sellers.stream().skip(1).filter(one -> one.offer().available()).toList();
    if (rivals.isEmpty()) {
      return words.get("listing.best.only");
    }
    boolean cheaper = rivals.stream().allMatch(one -> best.total().compareTo(one.total()) < 0);
    if (!cheaper) {
      return words.get("listing.best.sooner");
    }
    boolean known = best.shippingKnown() && rivals.stream().allMatch(Seller::shippingKnown);
    return words.get(known ? "listing.best.total" : "listing.best.price");
  }

  private Line line(Seller seller, String why) {
    return new Line(
        seller.vendor(),
        language.getPath() + "/p/" + seller.slug() + "-" + seller.listing(),
        seller.here(),
        labels.values(seller.offer().options(), " · "),
        words.get("condition." + Code.of(seller.offer().condition())),
        seller.offer().price(),
        shipping(seller),
        seller.delivery() == null ? null : goods.arrival(seller.days(), null),
        seller.offer().available(),
        why);
  }

  private String shipping(Seller seller) {
    if (seller.delivery() == null) {
      return "";
    }
    Money from = seller.delivery().from();
    return from == null
        ? words.get("listing.shipping.later")
        : from.isZero()
            ? words.get("listing.shipping.none")
            : Amounts.text(from, language.getLocale());
  }
}
