package org.halles.web.cart;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.halles.marketplace.pricing.LineQuote;
import org.halles.marketplace.pricing.PricedCart;
import org.halles.marketplace.pricing.VendorQuote;
import org.halles.marketplace.pricing.Wish;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.PriceBreak;
import org.halles.marketplace.shared.PriceLadder;
import org.halles.spi.Money;
import org.halles.spi.ShippingOption;
import org.halles.web.ui.Labels;

/**
 * One vendor's part of a cart, ready for a page.
 *
 * @param accent the storefront's colour
 * @param notices about shipping, in the way of paying
 */
public record CartBlock(
    VendorQuote vendor,
    String accent,
    String country,
    List<Row> rows,
    List<Way> ways,
    List<PricedCart.Notice> notices) {

  /**
   * One line.
   *
   * @param path of its page, without the language; null for what was agreed with the buyer
   * @param image its picture's address, or null
   * @param options such as {@code M, red}
   * @param formerPrice the unit price when the buyer last touched the line, if it was another
   * @param shortOf units on hand, if fewer than wanted
   * @param packs how many may be bought at once, or null: any number
   * @param wish when and how a service is wished, or null
   * @param next from how many pieces on a unit costs less, or null
   */
  public record Row(
      LineQuote line,
      String path,
      String image,
      String options,
      Money formerPrice,
      Integer shortOf,
      PriceBreak next,
      Packs packs,
      Wish wish) {

    /** True if the buyer may say when and how. */
    public boolean isService() {
      return line.kind().equals("SERVICE");
    }

    /** The number that may be bought, if this many may not; else null. */
    public Integer shouldBe() {
      return packs == null || packs.allow(line.quantity()) ? null : packs.next(line.quantity());
    }

    /** How many more make each of them cheaper. */
    public int missing() {
      return reaching(next, packs) - line.quantity();
    }

    /** As many as can be chosen. */
    public int most() {
      return line.available() == null ? 9_999 : Math.max(1, Math.min(9_999, line.available()));
    }
  }

  /** True if all of it is downloaded. */
  public boolean isFiles() {
    return rows.stream().allMatch(row -> row.line().kind().equals("DIGITAL"));
  }

  /** One way to ship. */
  public record Way(ShippingOption option, boolean chosen, LocalDate earliest, LocalDate latest) {}

  /** The parts of a cart, in its order. */
  public static List<CartBlock> of(PricedCart cart, Labels labels) {
    return cart.vendors().stream().map(vendor -> of(cart, vendor, labels)).toList();
  }

  private static CartBlock of(PricedCart cart, VendorQuote vendor, Labels labels) {
    PricedCart.Stall stall = cart.stalls().get(vendor.vendorId());
    LocalDate today = BusinessCalendar.dayOf(Instant.now());
    return new CartBlock(
        vendor,
        stall.accent(),
        stall.country(),
        vendor.lines().stream().map(line -> row(cart, line, labels)).toList(),
        vendor.options().stream()
            .map(
                option ->
                    new Way(
                        option,
                        option.equals(vendor.chosen()),
                        today.plusDays(option.minDays()),
                        today.plusDays(option.maxDays())))
            .toList(),
        cart.notices().stream()
            .filter(notice -> vendor.vendorId().equals(notice.vendorId()))
            .filter(notice -> notice.lineId() == null)
            .toList());
  }

  /** The next step of the price, if there are enough to reach it. */
  private static PriceBreak next(PricedCart cart, LineQuote line) {
    PriceLadder ladder = cart.ladders().get(line.cartLineId());
    Packs packs = cart.trade().packs().get(line.cartLineId());
    return ladder == null
        ? null
        : ladder
            .next(line.quantity())
            .filter(step -> reaching(step, packs) >= step.from())
            .filter(step -> line.available() == null || reaching(step, packs) <= line.available())
            .orElse(null);
  }

  /** How many must be bought for a step, in whole packs where only those are sold. */
  private static int reaching(PriceBreak step, Packs packs) {
    return packs == null ? step.from() : packs.next(step.from());
  }

  private static Row row(PricedCart cart, LineQuote line, Labels labels) {
    Money former = null;
    Integer shortOf = null;
    String slug = cart.listingSlugs().get(line.listingId());
    for (PricedCart.Notice notice : cart.notices()) {
      boolean about = line.cartLineId().equals(notice.lineId());
      if (about && notice.code().equals("price")) {
        former = notice.old();
      } else if (about && notice.code().equals("stock")) {
        shortOf = notice.available();
      }
    }
    return new Row(
        line,
        slug == null ? null : "/p/" + slug + "-" + line.listingId(),
        line.imageMedia() == null ? null : "/media/" + line.imageMedia(),
        labels.values(line.options(), ", "),
        former,
        shortOf,
        next(cart, line),
        cart.trade().packs().get(line.cartLineId()),
        cart.wishes().get(line.cartLineId()));
  }
}
