package org.halles.marketplace.pricing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * A cart, priced to the last unit, with the whole split. Immutable; frozen by {@code Ordering} if
 * the versions it rests on still hold.
 *
 * @param cartId the cart
 * @param cartVersion the cart's version it was made from
 * @param currency of every amount in it
 * @param delivery where it goes and to whom
 * @param language of the buyer, ISO 639-1
 * @param accountId whose purchases it will stand among, or null for a guest's
 * @param buyer who is signed in and buys; null for a guest, also with the cart of an account
 * @param company true if the buyer buys for a company, and pays what companies pay
 * @param vendors one part per vendor, in the order of their first line
 * @param totals of the whole cart
 * @param groupAllocations legs that belong to no vendor order (buyer fee, contributions)
 * @param commissionVersion the version of the commission rules it rests on
 * @param taxVersion the version of the tax rules it rests on
 * @param hash over every input: same inputs, same hash, same output
 * @param at when it was made, UTC
 * @param paysWithCredit true if the buyer entered gift cards or store credit for it
 */
public record Quote(
    UUID cartId,
    int cartVersion,
    CurrencyCode currency,
    Delivery delivery,
    String language,
    UUID accountId,
    UUID buyer,
    boolean company,
    List<VendorQuote> vendors,
    Totals totals,
    List<Allocation> groupAllocations,
    long commissionVersion,
    long taxVersion,
    String hash,
    Instant at,
    boolean paysWithCredit) {

  /** A quote of a cart that is paid without credit. */
  public Quote(
      UUID cartId,
      int cartVersion,
      CurrencyCode currency,
      Delivery delivery,
      String language,
      UUID accountId,
      UUID buyer,
      boolean company,
      List<VendorQuote> vendors,
      Totals totals,
      List<Allocation> groupAllocations,
      long commissionVersion,
      long taxVersion,
      String hash,
      Instant at) {
    this(
        cartId,
        cartVersion,
        currency,
        delivery,
        language,
        accountId,
        buyer,
        company,
        vendors,
        totals,
        groupAllocations,
        commissionVersion,
        taxVersion,
        hash,
        at,
        false);
  }

  public Quote {
    vendors = List.copyOf(vendors);
    groupAllocations = List.copyOf(groupAllocations);
  }

  /** All lines of all vendors. */
  public Stream<LineQuote> lines() {
    return vendors.stream().flatMap(vendor -> vendor.lines().stream());
  }

  /**
   * What the buyer pays and why. {@code total = items + shipping + buyerFee + contribution +
   * taxAdded - discount}; {@code taxIncluded} only explains, the VAT in the fee among it.
   *
   * @param contribution what the buyer adds for others
   */
  public record Totals(
      Money items,
      Money shipping,
      Money discount,
      Money buyerFee,
      Money contribution,
      Money taxIncluded,
      Money taxAdded,
      Money total) {

    /** The same, and so much for others on top. */
    Totals withContribution(Money more) {
      return new Totals(
          items,
          shipping,
          discount,
          buyerFee,
          contribution.plus(more),
          taxIncluded,
          taxAdded,
          total.plus(more));
    }
  }

  /**
   * Where an order goes.
   *
   * @param region null where the country has none
   * @param line2 null if unused
   */
  public record Delivery(
      String email,
      String name,
      String line1,
      String line2,
      String postalCode,
      String city,
      String region,
      String country) {}
}
