package org.halles.marketplace.pricing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.promotion.Reduction;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.PriceLadder;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * A cart as the buyer sees it: prices, ways to ship, tax; not who gets which part.
 *
 * @param ordered true if it was ordered already
 * @param delivery where it goes as far as the buyer said; what is missing is null
 * @param vendors one part per vendor, without allocations
 * @param notices what the buyer should know before paying
 * @param stalls by vendor
 * @param listingSlugs by listing, for links; what was agreed with the buyer has no page
 * @param ladders what a unit costs by how many are bought, by line; only where that differs
 * @param wishes when and how services are wished, by line; only where the buyer said
 * @param trade what concerns it if it is bought for a company
 * @param reductions what codes and campaigns do for it
 * @param contributions what the buyer may add for others
 * @param paysWithCredit true if the buyer entered gift cards or store credit
 */
public record PricedCart(
    UUID id,
    int version,
    CurrencyCode currency,
    String language,
    boolean ordered,
    Quote.Delivery delivery,
    List<VendorQuote> vendors,
    Quote.Totals totals,
    List<Notice> notices,
    Map<UUID, Stall> stalls,
    Map<UUID, String> listingSlugs,
    Map<UUID, PriceLadder> ladders,
    Map<UUID, Wish> wishes,
    Trade trade,
    List<Reduction> reductions,
    List<Contribution> contributions,
    boolean paysWithCredit) {

  /**
   * How a vendor's part looks.
   *
   * @param accent the storefront's colour
   * @param country ISO 3166-1 alpha-2 of where it ships from
   */
  public record Stall(String accent, String country) {}

  /**
   * Buying for a company.
   *
   * @param company true if the buyer does
   * @param purchaseOrder the number the buyer's own books know the purchase by, or null
   * @param packs how many may be bought at once, by line; only where not every number
   */
  public record Trade(boolean company, String purchaseOrder, Map<UUID, Packs> packs) {

    public Trade {
      packs = Map.copyOf(packs);
    }
  }

  public PricedCart {
    stalls = Map.copyOf(stalls);
    listingSlugs = Map.copyOf(listingSlugs);
    ladders = Map.copyOf(ladders);
    wishes = Map.copyOf(wishes);
    reductions = List.copyOf(reductions);
    contributions = List.copyOf(contributions);
    vendors = List.copyOf(vendors);
    notices = List.copyOf(notices);
  }

  /** How many units are in it. */
  public int units() {
    return vendors.stream()
        .flatMap(vendor -> vendor.lines().stream())
        .mapToInt(LineQuote::quantity)
        .sum();
  }

  /** True if nothing that can be bought is in it. */
  public boolean isEmpty() {
    return vendors.isEmpty();
  }

  /**
   * Something changed, or is in the way.
   *
   * @param code {@code unavailable}: the line cannot be bought any more and is not in the total;
   *     {@code closed}: the same until the vendor is back from its holiday; {@code stock}: fewer
   *     units are there than wanted; {@code packs}: the vendor sells companies other numbers of it,
   *     {@code available} is the next; {@code price}: the unit price changed since the line was
   *     last touched; {@code cannot-ship}: the vendor does not ship there; {@code
   *     shipping-unavailable}: shipping cannot be quoted now; {@code tax-unavailable}: the tax
   *     cannot be told now
   * @param lineId the line, or null if it concerns a vendor or the whole
   * @param vendorId the vendor, or null if it concerns the whole
   * @param title what the line is, or null
   * @param vendorName who sells, or null
   * @param old the former unit price, or null
   * @param now the unit price now, or null
   * @param available units on hand, or null
   * @param reopens the day on which a closed vendor sells again, or null
   */
  public record Notice(
      String code,
      UUID lineId,
      UUID vendorId,
      Texts title,
      String vendorName,
      Money old,
      Money now,
      Integer available,
      LocalDate reopens) {

    Notice(
        String code,
        UUID lineId,
        UUID vendorId,
        Texts title,
        String vendorName,
        Money old,
        Money now,
        Integer available) {
      this(code, lineId, vendorId, title, vendorName, old, now, available, null);
    }

    static Notice of(String code, LineFacts line) {
      return new Notice(
          code,
          line.lineId(),
          line.seller().id(),
          line.title(),
          line.seller().name(),
          line.seenPrice(),
          line.price(),
          line.stock(),
          line.seller().holiday() == null ? null : line.seller().holiday().reopens());
    }

    /** The number of units is none that this buyer may buy. */
    static Notice packs(LineFacts line) {
      return new Notice(
          "packs",
          line.lineId(),
          line.seller().id(),
          line.title(),
          line.seller().name(),
          line.seenPrice(),
          line.price(),
          line.packs().next(line.quantity()));
    }

    static Notice of(String code, LineFacts.Seller seller) {
      return new Notice(code, null, seller.id(), null, seller.name(), null, null, null);
    }

    /** True if the cart cannot be paid before this is dealt with. */
    public boolean blocks() {
      return !code.equals("price") && !code.equals("unavailable") && !code.equals("closed");
    }
  }
}
