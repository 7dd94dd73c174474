package org.halles.web.shop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.catalog.Condition;
import org.halles.marketplace.catalog.ListingDetail;
import org.halles.marketplace.catalog.ListingDetail.OtherOffer;
import org.halles.marketplace.catalog.OfferView;
import org.halles.marketplace.review.Rating;
import org.halles.marketplace.shared.Json;
import org.halles.spi.Money;

/** A listing and the way to it in the words of schema.org. */
final class ListingJsonLd {

  private static final String SCHEMA = "https://schema.org";

  private static final String BUSINESS = "https://purl.org/goodrelations/v1#Business";

  private ListingJsonLd() {}

  /** JSON that may stand inside a script element. */
  static String of(ListingPage page, Rating rating, String origin, String address) {
    List<Object> graph = new ArrayList<>();
    Map<String, Object> product = product(page, origin, address);
    if (rating.reviews() > 0) {
      product.put("aggregateRating", rating(rating));
    }
    graph.add(product);
    graph.add(breadcrumb(page, origin, address));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("@context", SCHEMA);
    all.put("@graph", graph);
    return Json.write(all).replace("<", "\\u003c");
  }

  private static Map<String, Object> product(ListingPage page, String origin, String address) {
    ListingDetail listing = page.getListing();
    Map<String, Object> product = new LinkedHashMap<>();
    product.put("@type", "Product");
    product.put("@id", address);
    product.put("name", page.getTitle());
    product.put("description", page.getSummary());
    product.put(
        "image", page.getPictures().stream().map(picture -> origin + picture.address()).toList());
    if (listing.attributes().containsKey("brand")) {
      product.put("brand", Map.of("@type", "Brand", "name", listing.attributes().get("brand")));
    }
    listing.offers().stream()
        .filter(offer -> offer.gtin() != null)
        .findFirst()
        .ifPresent(offer -> product.put("gtin", offer.gtin()));
    if (!listing.offers().isEmpty()) {
      product.put("offers", offers(page, address));
    }
    return product;
  }

  private static Map<String, Object> rating(Rating rating) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("@type", "AggregateRating");
    all.put("ratingValue", rating.average().toPlainString());
    all.put("bestRating", 5);
    all.put("reviewCount", rating.reviews());
    return all;
  }

  private static Map<String, Object> offers(ListingPage page, String address) {
    List<OfferView> offers = page.getListing().offers();
    String seller = page.getListing().storefront().name();
    List<OtherOffer> others = inOneCurrency(page);
    boolean business = page.getListing().companiesOnly();
    if (offers.size() == 1 && others.isEmpty()) {
      return offer(offers.get(0), seller, address, business);
    }
    List<Object> each = new ArrayList<>();
    offers.forEach(offer -> each.add(offer(offer, seller, address, business)));
    others.forEach(other -> each.add(offer(other.offer(), other.vendorName(), address, false)));
    List<Money> prices = new ArrayList<>();
    others.forEach(other -> prices.add(other.offer().price()));
    if (!business || prices.isEmpty()) { // the public buys from the others
      offers.forEach(offer -> prices.add(offer.price()));
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("@type", "AggregateOffer");
    all.put("lowPrice", amount(prices.stream().min(Money::compareTo).orElseThrow()));
    all.put("highPrice", amount(prices.stream().max(Money::compareTo).orElseThrow()));
    all.put("priceCurrency", page.getPrice().currency().value());
    all.put("offerCount", each.size());
    all.put("offers", each);
    return all;
  }

  /** Other vendors' offers of the product that can be compared with the listing's own. */
  private static List<OtherOffer> inOneCurrency(ListingPage page) {
    return page.getListing().otherOffers().stream()
        .filter(other -> other.offer().price().currency().equals(page.getPrice().currency()))
        .toList();
  }

  private static Map<String, Object> offer(
      OfferView offer, String seller, String address, boolean business) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("@type", "Offer");
    one.put("url", address);
    one.put("sku", offer.sku());
    one.put("price", amount(offer.price()));
    one.put("priceCurrency", offer.price().currency().value());
    one.put("availability", SCHEMA + (offer.available() ? "/InStock" : "/OutOfStock"));
    one.put("itemCondition", SCHEMA + condition(offer.condition()));
    one.put("seller", Map.of("@type", "Organization", "name", seller));
    if (business) {
      one.put("eligibleCustomerType", BUSINESS);
    }
    return one;
  }

  private static String amount(Money money) {
    return money.toDecimal().toPlainString();
  }

  private static String condition(Condition condition) {
    return switch (condition) {
      case NEW -> "/NewCondition";
      case REFURBISHED -> "/RefurbishedCondition";
      default -> "/UsedCondition";
    };
  }

  private static Map<String, Object> breadcrumb(ListingPage page, String origin, String address) {
    List<Object> steps = new ArrayList<>();
    for (Choice step : page.getPath()) {
      steps.add(step(steps.size() + 1, step.label(), origin + step.href()));
    }
    steps.add(step(steps.size() + 1, page.getTitle(), address));
    return Map.of("@type", "BreadcrumbList", "itemListElement", steps);
  }

  private static Map<String, Object> step(int position, String name, String address) {
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("@type", "ListItem");
    step.put("position", position);
    step.put("name", name);
    step.put("item", address);
    return step;
  }
}
