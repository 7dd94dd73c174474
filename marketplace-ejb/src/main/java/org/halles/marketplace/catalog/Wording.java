package org.halles.marketplace.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.PriceBreak;
import org.halles.spi.Money;

/**
 * What a moderator looks at in a listing, and what is the vendor's business alone. Prices, stock
 * and delivery terms of a variant apply at once; everything else a listing says is looked at, also
 * what is added to it later, unless it is named here.
 */
final class Wording {

  /** What a vendor may change of a variant without anybody's look. */
  private static final Set<String> OWN_BUSINESS =
      Set.of(
          "price",
          "stock",
          "leadTimeDays",
          "weightGrams",
          "shippingFee",
          "priceBreaks",
          "places",
          "orderQuantity");

  private Wording() {}

  /** A checked listing as its vendor would send it. */
  static ListingInput of(CheckedListing checked) {
    return new ListingInput(
        code(checked.kind()),
        checked.title(),
        checked.description(),
        checked.category().id().toString(),
        checked.attributes(),
        checked.variants().stream().map(Wording::of).toList(),
        checked.images().stream()
            .map(image -> new ImageInput(image.media(), image.alt()))
            .toList());
  }

  private static VariantInput of(CheckedVariant variant) {
    return new VariantInput(
        variant.sku(),
        variant.options(),
        price(variant.price()),
        variant.stock(),
        code(variant.condition()),
        variant.leadTimeDays(),
        variant.weightGrams(),
        variant.gtin() == null ? null : variant.gtin().digits(),
        price(variant.shippingFee()),
        breaks(variant.priceBreaks()),
        variant.places(),
        orders(variant.orders()));
  }

  /** A stored listing as its vendor would send it. */
  static ListingInput of(VendorListing listing) {
    return new ListingInput(
        code(listing.kind()),
        listing.title(),
        listing.description(),
        listing.categoryId().toString(),
        listing.attributes(),
        listing.variants().stream().map(Wording::of).toList(),
        listing.images().stream()
            .map(image -> new ImageInput(image.media(), image.alt()))
            .toList());
  }

  private static VariantInput of(OfferView offer) {
    return new VariantInput(
        offer.sku(),
        offer.options(),
        price(offer.price()),
        offer.stock(),
        code(offer.condition()),
        offer.leadTimeDays(),
        offer.weightGrams(),
        offer.gtin(),
        price(offer.shippingFee()),
        breaks(offer.priceBreaks()),
        offer.places(),
        orders(offer.orders()));
  }

  /** True if a moderator would see the same. */
  static boolean same(ListingInput one, ListingInput other) {
    return fields(one, other).isEmpty();
  }

  /** The fields in which a moderator would see a difference. */
  static List<String> fields(ListingInput one, ListingInput other) {
    JsonNode left = looked(one);
    JsonNode right = looked(other);
    Set<String> names = new TreeSet<>();
    left.fieldNames().forEachRemaining(names::add);
    right.fieldNames().forEachRemaining(names::add);
    List<String> differing = new ArrayList<>();
    for (String name : names) {
      if (!left.path(name).equals(right.path(name))) {
        differing.add(name);
      }
    }
    return differing;
  }

  /** Variants by their number: in which order they are shown is the vendor's business too. */
  private static JsonNode looked(ListingInput input) {
    ObjectNode tree = Json.mapper().valueToTree(input);
    ObjectNode bySku = tree.objectNode();
    for (JsonNode variant : tree.path("variants")) {
      ((ObjectNode) variant).remove(OWN_BUSINESS);
      bySku.set(variant.path("sku").asText(), variant);
    }
    tree.set("variants", bySku);
    return tree;
  }

  /** The change as it would be applied now: known variants keep the terms they have today. */
  static ListingInput withTermsOf(VendorListing live, ListingInput change) {
    Map<String, VariantInput> today = new LinkedHashMap<>();
    live.variants().forEach(offer -> today.put(offer.sku(), of(offer)));
    return new ListingInput(
        change.kind(),
        change.title(),
        change.description(),
        change.categoryId(),
        change.attributes(),
        change.variants().stream()
            .map(variant -> merge(variant, today.get(variant.sku())))
            .toList(),
        change.images());
  }

  private static VariantInput merge(VariantInput wanted, VariantInput today) {
    return today == null
        ? summed(wanted)
        : new VariantInput(
            wanted.sku(),
            wanted.options(),
            today.price(),
            today.stock(),
            wanted.condition(),
            today.leadTimeDays(),
            today.weightGrams(),
            wanted.gtin(),
            today.shippingFee(),
            today.priceBreaks(),
            today.places(),
            today.orderQuantity());
  }

  /** Where places are told, their sum is what those that are on hold now. */
  private static VariantInput summed(VariantInput wanted) {
    return wanted.places() == null
        ? wanted
        : new VariantInput(
            wanted.sku(),
            wanted.options(),
            wanted.price(),
            null,
            wanted.condition(),
            wanted.leadTimeDays(),
            wanted.weightGrams(),
            wanted.gtin(),
            wanted.shippingFee(),
            wanted.priceBreaks(),
            wanted.places(),
            wanted.orderQuantity());
  }

  /** Nothing rather than an empty list: who sends none means the same. */
  private static List<PriceBreakInput> breaks(List<PriceBreak> breaks) {
    return breaks.isEmpty()
        ? null
        : breaks.stream().map(one -> new PriceBreakInput(one.from(), price(one.price()))).toList();
  }

  /** Nothing where any number is sold. */
  static OrderQuantityInput orders(Packs packs) {
    return packs == null || packs.free()
        ? null
        : new OrderQuantityInput(
            packs.least() == 1 ? null : packs.least(),
            packs.size() == 1 ? null : packs.size(),
            packs.most() == Packs.MOST ? null : packs.most());
  }

  private static PriceInput price(Money money) {
    return money == null ? null : new PriceInput(money.minor(), money.currency().value());
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
