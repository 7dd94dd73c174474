package org.halles.marketplace.pricing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.affiliate.AffiliateOffer;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.PriceLadder;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * A line of a cart with the terms of its offer as they are now.
 *
 * @param ladder what a unit costs by how many are bought
 * @param priceList which of the vendor's prices that is at this quantity
 * @param price of a unit at this quantity
 * @param seenPrice the unit price when the buyer last touched the line
 * @param stock units on hand, or null if they are not counted
 * @param chosenOption the buyer's choice of shipping for this vendor, or null
 * @param wish when and how a service is wished, or null
 * @param onSale false if the offer, its listing or its vendor sells nothing now
 * @param agreed true if the vendor agreed on it with this buyer: its shipping fee and its days are
 *     part of what was agreed
 * @param packs how many this buyer may buy at once
 * @param affiliate what is offered to whoever sent the buyer; null if nobody did
 */
record LineFacts(
    UUID lineId,
    UUID offerId,
    int offerVersion,
    UUID listingId,
    String listingSlug,
    String kind,
    Texts title,
    String sku,
    Map<String, String> options,
    String imageMedia,
    Map<String, String> attributes,
    List<String> categoryPath,
    String taxClass,
    int quantity,
    Integer stock,
    PriceLadder ladder,
    PriceList priceList,
    Money price,
    Money seenPrice,
    Money shippingFee,
    int weightGrams,
    int leadTimeDays,
    boolean onSale,
    Seller seller,
    String chosenOption,
    Wish wish,
    boolean agreed,
    Packs packs,
    AffiliateOffer affiliate) {

  /**
   * Who sells.
   *
   * @param professional false for a private person
   * @param holiday when it sells again, if it is closed today; null if it is open
   */
  record Seller(
      UUID id,
      String slug,
      String name,
      boolean professional,
      String country,
      String accent,
      Holiday holiday) {

    Seller(UUID id, String slug, String name, boolean professional, String country, String accent) {
      this(id, slug, name, professional, country, accent, null);
    }
  }

  /**
   * A vendor sells nothing today.
   *
   * @param reopens the day on which it sells again, or null if that is not known
   */
  record Holiday(LocalDate reopens) {}

  /** True if the work is done where the vendor is: it is taxed there, wherever the buyer lives. */
  boolean isDoneAtVendors() {
    return isDoneAtVendors(kind, attributes);
  }

  static boolean isDoneAtVendors(String kind, Map<String, String> attributes) {
    return kind.equals("SERVICE") && "at-vendor".equals(attributes.get("service-place"));
  }

  boolean isShipped() {
    return kind.equals("GOODS");
  }

  Money total() {
    return price.times(quantity);
  }

  LineFacts withOption(String optionId) {
    return new LineFacts(
        lineId,
        offerId,
        offerVersion,
        listingId,
        listingSlug,
        kind,
        title,
        sku,
        options,
        imageMedia,
        attributes,
        categoryPath,
        taxClass,
        quantity,
        stock,
        ladder,
        priceList,
        price,
        seenPrice,
        shippingFee,
        weightGrams,
        leadTimeDays,
        onSale,
        seller,
        optionId,
        wish,
        agreed,
        packs,
        affiliate);
  }
}
