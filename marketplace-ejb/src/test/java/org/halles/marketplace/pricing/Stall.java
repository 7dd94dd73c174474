package org.halles.marketplace.pricing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.affiliate.AffiliateOffer;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.PriceLadder;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;
import org.halles.spi.ShippingMethod;

/** Vendors and their goods, as tests speak of them. Equal names are equal things. */
record Stall(LineFacts.Seller seller, List<ShippingMethod> methods) {

  static final Stall BAKERY = stall("fournil", true, "FR", 490);
  static final Stall WORKSHOP = stall("atelier", true, "FR", 590);
  static final Stall IRISH = stall("clover", true, "IE", 1_200);
  static final Stall ATTIC = stall("grenier", false, "FR", 0);

  static Stall stall(String slug, boolean professional, String country, long shipping) {
    UUID id = UUID.nameUUIDFromBytes(slug.getBytes());
    return new Stall(
        new LineFacts.Seller(id, slug, slug, professional, country, "#1F5A3D"),
        List.of(
            new ShippingMethod(
                "parcel", "Parcel", "flat", Money.of(shipping, "EUR"), null, 1, 3, List.of())));
  }

  UUID id() {
    return seller.id();
  }

  /** So many units of a thing at this price in cents, in a category. */
  LineFacts sells(String thing, long cents, int quantity, String... categoryPath) {
    return line(thing, Money.of(cents, "EUR"), quantity, "GOODS", true, categoryPath);
  }

  LineFacts serves(String service, long cents) {
    return line(service, Money.of(cents, "EUR"), 1, "SERVICE", true, "services");
  }

  /** Work for which the buyer comes to the vendor. */
  LineFacts servesAtItsPlace(String service, long cents) {
    LineFacts line = serves(service, cents);
    return new LineFacts(
        line.lineId(),
        line.offerId(),
        line.offerVersion(),
        line.listingId(),
        line.listingSlug(),
        line.kind(),
        line.title(),
        line.sku(),
        line.options(),
        line.imageMedia(),
        Map.of("service-place", "at-vendor"),
        line.categoryPath(),
        line.taxClass(),
        line.quantity(),
        line.stock(),
        line.ladder(),
        line.priceList(),
        line.price(),
        line.seenPrice(),
        line.shippingFee(),
        line.weightGrams(),
        line.leadTimeDays(),
        line.onSale(),
        line.seller(),
        null,
        null,
        false,
        Packs.NONE,
        null);
  }

  /** The same for a buyer who came by somebody's link. */
  static LineFacts sentBy(AffiliateOffer offer, LineFacts line) {
    return new LineFacts(
        line.lineId(),
        line.offerId(),
        line.offerVersion(),
        line.listingId(),
        line.listingSlug(),
        line.kind(),
        line.title(),
        line.sku(),
        line.options(),
        line.imageMedia(),
        line.attributes(),
        line.categoryPath(),
        line.taxClass(),
        line.quantity(),
        line.stock(),
        line.ladder(),
        line.priceList(),
        line.price(),
        line.seenPrice(),
        line.shippingFee(),
        line.weightGrams(),
        line.leadTimeDays(),
        line.onSale(),
        line.seller(),
        null,
        null,
        false,
        Packs.NONE,
        offer);
  }

  LineFacts nolongerSells(String thing, long cents) {
    return line(thing, Money.of(cents, "EUR"), 1, "GOODS", false, "divers");
  }

  private LineFacts line(
      String thing, Money price, int quantity, String kind, boolean onSale, String... path) {
    UUID offer = UUID.nameUUIDFromBytes((seller.slug() + "/" + thing).getBytes());
    return new LineFacts(
        new UUID(offer.getMostSignificantBits(), 1),
        offer,
        0,
        new UUID(offer.getMostSignificantBits(), 2),
        thing,
        kind,
        Texts.of(thing, thing),
        thing.toUpperCase(),
        Map.of(),
        null,
        Map.of("brand", "Acme"),
        path.length == 0 ? List.of("divers") : List.of(path),
        "standard",
        quantity,
        null,
        new PriceLadder(price, List.of()),
        PriceList.PUBLIC,
        price,
        price,
        null,
        500,
        1,
        onSale,
        seller,
        null,
        null,
        false,
        Packs.NONE,
        null);
  }
}
