package org.halles.marketplace.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.halles.spi.Money;

/** Puts a listing into the fields it is edited in. */
final class DraftWriting {

  private DraftWriting() {}

  /** The listing as its vendor last wanted it: with a change that waits, the change. */
  static DraftContent of(VendorListing listing) {
    ListingInput wanted = listing.change() == null ? null : listing.change().after();
    Map<String, OfferView> bySku = new LinkedHashMap<>();
    listing.variants().forEach(offer -> bySku.put(offer.sku(), offer));
    List<DraftContent.Variant> variants =
        wanted == null
            ? listing.variants().stream().map(DraftWriting::variant).toList()
            : wanted.variants().stream().map(one -> variant(one, bySku.get(one.sku()))).toList();
    return new DraftContent(
        code(listing.kind()),
        wanted == null ? listing.title() : wanted.title(),
        wanted == null ? listing.description() : wanted.description(),
        wanted == null ? listing.categoryId().toString() : wanted.categoryId(),
        wanted == null ? listing.attributes() : wanted.attributes(),
        axes(variants),
        variants,
        wanted == null ? images(listing) : wanted.images(),
        listing.variants().isEmpty()
            ? "EUR"
            : listing.variants().get(0).price().currency().value());
  }

  private static List<ImageInput> images(VendorListing listing) {
    return listing.images().stream()
        .map(image -> new ImageInput(image.media(), image.alt()))
        .toList();
  }

  private static List<DraftContent.Axis> axes(List<DraftContent.Variant> variants) {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    variants.forEach(
        variant ->
            variant
                .options()
                .forEach(
                    (code, value) ->
                        values.computeIfAbsent(code, key -> new LinkedHashSet<>()).add(value)));
    return values.entrySet().stream()
        .map(axis -> new DraftContent.Axis(axis.getKey(), new ArrayList<>(axis.getValue())))
        .toList();
  }

  private static DraftContent.Variant variant(OfferView offer) {
    String stock = text(offer.stock());
    return new DraftContent.Variant(
        offer.sku(),
        offer.options(),
        amount(offer.price()),
        stock,
        stock,
        gtin(offer.gtin()),
        code(offer.condition()),
        text(offer.leadTimeDays()),
        offer.weightGrams() == 0 ? null : text(offer.weightGrams()),
        amount(offer.shippingFee()),
        offer.priceBreaks().stream()
            .map(one -> new DraftContent.Break(text(one.from()), amount(one.price())))
            .toList(),
        orders(Wording.orders(offer.orders())));
  }

  private static DraftContent.Quantity orders(OrderQuantityInput orders) {
    return orders == null
        ? null
        : new DraftContent.Quantity(
            text(orders.least()), text(orders.packSize()), text(orders.most()));
  }

  /** Prices and stock of a variant on sale are those on sale: they were never in question. */
  private static DraftContent.Variant variant(VariantInput wanted, OfferView live) {
    if (live != null) {
      DraftContent.Variant now = variant(live);
      return new DraftContent.Variant(
          now.sku(),
          wanted.options(),
          now.price(),
          now.stock(),
          now.stockThen(),
          gtin(wanted.gtin()),
          wanted.condition(),
          now.leadTimeDays(),
          now.weightGrams(),
          now.shippingFee(),
          now.priceBreaks(),
          now.orderQuantity());
    }
    return new DraftContent.Variant(
        wanted.sku(),
        wanted.options(),
        amount(wanted.price()),
        text(wanted.stock()),
        null,
        gtin(wanted.gtin()),
        wanted.condition(),
        text(wanted.leadTimeDays()),
        text(wanted.weightGrams()),
        amount(wanted.shippingFee()),
        breaks(wanted.priceBreaks()),
        orders(wanted.orderQuantity()));
  }

  private static List<DraftContent.Break> breaks(List<PriceBreakInput> breaks) {
    return breaks == null
        ? List.of()
        : breaks.stream()
            .map(one -> new DraftContent.Break(text(one.from()), amount(one.price())))
            .toList();
  }

  private static String amount(PriceInput price) {
    return price == null || price.minor() == null
        ? null
        : amount(Money.of(price.minor(), price.currency()));
  }

  private static String amount(Money money) {
    return money == null ? null : money.toDecimal().toPlainString();
  }

  private static String text(Integer number) {
    return number == null ? null : number.toString();
  }

  /** As it is printed on the thing: without the zeros it is padded with. */
  private static String gtin(String digits) {
    if (digits == null || digits.length() != 14) {
      return digits;
    }
    return digits.startsWith("000000")
        ? digits.substring(6)
        : digits.startsWith("00")
            ? digits.substring(2)
            : digits.startsWith("0") ? digits.substring(1) : digits;
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
