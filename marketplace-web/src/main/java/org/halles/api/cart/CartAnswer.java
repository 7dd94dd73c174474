package org.halles.api.cart;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.pricing.Contribution;
import org.halles.marketplace.pricing.LineQuote;
import org.halles.marketplace.pricing.PricedCart;
import org.halles.marketplace.pricing.Quote;
import org.halles.marketplace.pricing.TaxQuote;
import org.halles.marketplace.pricing.VendorQuote;
import org.halles.marketplace.pricing.Wish;
import org.halles.marketplace.promotion.Reduction;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.PriceBreak;
import org.halles.marketplace.shared.PriceLadder;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.VendorCard;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.ShippingOption;

/**
 * A cart as programs see it.
 *
 * @param company true if it is bought for a company
 * @param purchaseOrder the number the buyer's own books know it by, or null
 */
public record CartAnswer(
    UUID id,
    int version,
    CurrencyCode currency,
    String language,
    boolean ordered,
    Delivery delivery,
    boolean company,
    String purchaseOrder,
    List<Part> vendors,
    Quote.Totals totals,
    List<Notice> notices,
    List<Reduction> reductions,
    List<Contribution> contributions) {

  /** Who receives it, as far as that was said. */
  public record Delivery(String email, String name, Address address) {}

  /** Where it goes. */
  public record Address(
      String line1, String line2, String postalCode, String city, String region, String country) {}

  /**
   * What one vendor sells of it.
   *
   * @param chosenShipping id of the chosen option, or null if there is none
   * @param subtotal of the lines, without shipping
   */
  public record Part(
      VendorCard vendor,
      List<Line> lines,
      List<ShippingOption> shippingOptions,
      String chosenShipping,
      Money subtotal,
      Money discount,
      Money shipping,
      Money total) {}

  /**
   * One line.
   *
   * @param unitPrice of a unit at this quantity
   * @param packs how many may be bought at once, or null: any number
   * @param wish when and how a service is wished, or null
   * @param priceBreaks what a unit costs from so many pieces on, the smallest number first
   */
  public record Line(
      UUID id,
      UUID offerId,
      UUID listingId,
      String kind,
      Texts title,
      String sku,
      Map<String, String> options,
      String image,
      int quantity,
      Integer available,
      Money unitPrice,
      Money discount,
      Money total,
      Tax tax,
      List<PriceBreak> priceBreaks,
      Packs packs,
      Wish wish) {}

  /** The tax in or on an amount. */
  public record Tax(Money amount, Rate rate, String label, String jurisdiction, boolean included) {}

  /** Something to know before paying. */
  public record Notice(
      String code,
      UUID line,
      UUID vendor,
      Texts title,
      Money old,
      Money now,
      Integer available,
      LocalDate reopens) {}

  static CartAnswer of(PricedCart cart) {
    return new CartAnswer(
        cart.id(),
        cart.version(),
        cart.currency(),
        cart.language(),
        cart.ordered(),
        delivery(cart.delivery()),
        cart.trade().company(),
        cart.trade().purchaseOrder(),
        cart.vendors().stream().map(vendor -> part(cart, vendor)).toList(),
        cart.totals(),
        cart.notices().stream().map(CartAnswer::notice).toList(),
        cart.reductions(),
        cart.contributions());
  }

  private static Delivery delivery(Quote.Delivery to) {
    if (to.email() == null && to.name() == null && to.line1() == null) {
      return null;
    }
    return new Delivery(
        to.email(),
        to.name(),
        new Address(to.line1(), to.line2(), to.postalCode(), to.city(), to.region(), to.country()));
  }

  private static Part part(PricedCart cart, VendorQuote vendor) {
    return new Part(
        new VendorCard(vendor.vendorId(), vendor.slug(), vendor.name()),
        vendor.lines().stream().map(line -> line(cart, line)).toList(),
        vendor.options(),
        vendor.chosen() == null ? null : vendor.chosen().id(),
        vendor.items(),
        vendor.discount(),
        vendor.shipping(),
        vendor.total());
  }

  private static Line line(PricedCart cart, LineQuote line) {
    PriceLadder ladder = cart.ladders().get(line.cartLineId());
    return new Line(
        line.cartLineId(),
        line.offerId(),
        line.listingId(),
        line.kind().toLowerCase(Locale.ROOT),
        line.title(),
        line.sku(),
        line.options(),
        line.imageMedia() == null ? null : "/media/" + line.imageMedia(),
        line.quantity(),
        line.available(),
        line.unitPrice(),
        line.discount(),
        line.total(),
        tax(line.tax()),
        ladder == null ? List.of() : ladder.breaks(),
        cart.trade().packs().get(line.cartLineId()),
        cart.wishes().get(line.cartLineId()));
  }

  private static Tax tax(TaxQuote tax) {
    return tax.jurisdiction() == null
        ? null
        : new Tax(tax.amount(), tax.rate(), tax.label(), tax.jurisdiction(), tax.included());
  }

  private static Notice notice(PricedCart.Notice notice) {
    return new Notice(
        notice.code(),
        notice.lineId(),
        notice.vendorId(),
        notice.title(),
        notice.old(),
        notice.now(),
        notice.available(),
        notice.reopens());
  }
}
