package org.halles.api.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.attribute.AttributeBook;
import org.halles.marketplace.attribute.MeasuredPrice;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.catalog.ListingDetail;
import org.halles.marketplace.catalog.OfferView;
import org.halles.marketplace.catalog.OfferWeights;
import org.halles.marketplace.catalog.RankedOffers;
import org.halles.marketplace.shared.PriceBreak;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.VendorCard;
import org.halles.spi.Money;

/**
 * A listing with all a buyer may know of it.
 *
 * @param description HTML, cleaned
 * @param price of the cheapest offer, or null where nothing is offered
 * @param variants what there is to choose from
 * @param companyPrices true if companies pay another price for some of it, or buy it in packs
 * @param companiesOnly true if it is sold to companies and to nobody else
 * @param otherOffers what other vendors ask for the same product, cheapest first
 * @param ranking who sells the product, the winning offer first; null where nobody else does
 */
public record ListingPage(
    UUID id,
    String slug,
    String kind,
    Texts title,
    Texts description,
    VendorCard vendor,
    String category,
    Map<String, String> attributes,
    Money price,
    String image,
    List<Picture> images,
    boolean available,
    boolean companyPrices,
    boolean companiesOnly,
    List<Variant> variants,
    List<Offer> offers,
    List<OtherOffer> otherOffers,
    Ranking ranking) {

  /** A picture and what is on it. */
  public record Picture(String url, Texts alt) {}

  /** One way to have it. */
  public record Variant(UUID offerId, String sku, Map<String, String> options, String gtin) {}

  /**
   * The vendor's terms for one variant.
   *
   * @param measured what a kilogram, a litre or a metre costs; null where nothing says how much the
   *     packet holds
   * @param lowestBefore of an offer that was lowered in the last thirty days: the lowest price of
   *     the thirty days before; else null
   * @param priceBreaks what a unit costs from so many pieces on, the smallest number first
   * @param orderQuantity how many are sold at once; companies may have agreed on another number
   */
  public record Offer(
      UUID id,
      String sku,
      Map<String, String> options,
      Money price,
      MeasuredPrice measured,
      Money lowestBefore,
      String condition,
      boolean available,
      int leadTimeDays,
      List<PriceBreak> priceBreaks,
      OrderQuantity orderQuantity) {

    private static Offer of(OfferView offer, AttributeBook book, ListingDetail detail) {
      Map<String, String> said = new HashMap<>(detail.attributes());
      said.putAll(offer.options());
      return new Offer(
          offer.id(),
          offer.sku(),
          offer.options(),
          offer.price(),
          book.measured(offer.price(), said).orElse(null),
          detail.lowestBefore().get(offer.id()),
          Codes.of(offer.condition()),
          offer.available(),
          offer.leadTimeDays(),
          offer.priceBreaks(),
          OrderQuantity.of(offer.orders()));
    }
  }

  /** Another vendor's terms for the same product. */
  public record OtherOffer(UUID listingId, String vendor, Offer offer) {}

  /**
   * The best offer of each listing of the product, in its place.
   *
   * @param country where the parcel goes, or null: each vendor's own country
   * @param weights what the operator lets each kind of points count
   * @param comparable false where the offers have several currencies: then nobody wins
   * @param places in their order
   */
  public record Ranking(
      String country, OfferWeights weights, boolean comparable, List<Place> places) {

    private static Ranking of(RankedOffers ranked) {
      return new Ranking(
          ranked.country(),
          ranked.weights(),
          ranked.comparable(),
          ranked.places().stream()
              .map(
                  one ->
                      new Place(
                          one.listingId(),
                          one.offer().id(),
                          one.vendorSlug(),
                          one.total(),
                          one.days(),
                          one.shipped(),
                          one.offer().available(),
                          one.points()))
              .toList());
    }
  }

  /**
   * An offer in its place.
   *
   * @param vendor its slug
   * @param total the price with the cheapest shipping; without it where that depends on the cart
   * @param days until it arrives, or null where nothing is shipped or nobody knows
   * @param shipped false if the vendor does not ship it to the country
   */
  public record Place(
      UUID listingId,
      UUID offerId,
      String vendor,
      Money total,
      Integer days,
      boolean shipped,
      boolean available,
      RankedOffers.Points points) {}

  static ListingPage of(ListingDetail detail, AttributeBook book) {
    List<Picture> pictures =
        detail.images().stream()
            .map(image -> new Picture(MediaLink.of(image.media()), image.alt()))
            .toList();
    CategoryView category = detail.category();
    return new ListingPage(
        detail.id(),
        detail.slug(),
        Codes.of(detail.kind()),
        detail.title(),
        detail.description(),
        new VendorCard(
            detail.storefront().vendorId(), detail.storefront().slug(), detail.storefront().name()),
        category == null ? null : category.slug(),
        detail.attributes(),
        detail.priceFrom(),
        pictures.isEmpty() ? null : pictures.get(0).url(),
        pictures,
        detail.offers().stream().anyMatch(OfferView::available),
        detail.companyPrices(),
        detail.companiesOnly(),
        detail.offers().stream()
            .map(offer -> new Variant(offer.id(), offer.sku(), offer.options(), offer.gtin()))
            .toList(),
        detail.offers().stream().map(offer -> Offer.of(offer, book, detail)).toList(),
        detail.otherOffers().stream()
            .map(
                other ->
                    new OtherOffer(
                        other.listingId(),
                        other.vendorSlug(),
                        Offer.of(other.offer(), book, detail)))
            .toList(),
        detail.ranked() == null ? null : Ranking.of(detail.ranked()));
  }
}
