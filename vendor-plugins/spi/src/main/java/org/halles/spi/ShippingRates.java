package org.halles.spi;

import java.util.List;

/**
 * Offers ways to ship one vendor's part of a cart, with price and delivery time.
 *
 * <p><b>Life cycle.</b> Found once at deployment. Asked each time a cart is shown, once per vendor,
 * while the buyer waits: answer from memory. Options of all installed plugins are offered together;
 * the cheapest is chosen until the buyer chooses.
 *
 * <p><b>Contract.</b> Pure, like {@link CommissionRule}. No option has a negative price or another
 * currency than the parcel's; ids are stable and unique per vendor. An empty list means: this
 * plugin cannot ship this parcel there.
 */
public interface ShippingRates {

  /** The stable name of this source of rates, such as {@code table-rate}. */
  String id();

  /** The options for this parcel; empty if there is none. */
  List<ShippingOption> options(Parcel parcel);

  /**
   * One vendor's part of a cart, to be shipped.
   *
   * @param vendorId who ships; opaque
   * @param origin ISO 3166-1 alpha-2 of where it ships from
   * @param destination where it goes
   * @param items what is in it; services and downloads are not
   * @param currency what to quote in
   * @param methods what the vendor configured
   */
  record Parcel(
      String vendorId,
      String origin,
      Destination destination,
      List<Item> items,
      CurrencyCode currency,
      List<ShippingMethod> methods) {

    public Parcel {
      items = List.copyOf(items);
      methods = List.copyOf(methods);
    }

    /** What the goods cost the buyer, tax included. */
    public Money value() {
      return Money.sum(currency, items.stream().map(Item::total).toList());
    }

    /** How many units. */
    public int units() {
      return items.stream().mapToInt(Item::quantity).sum();
    }

    /** What it weighs, in grams. */
    public long weightGrams() {
      return items.stream()
          .mapToLong(item -> Math.multiplyExact((long) item.weightGrams(), item.quantity()))
          .sum();
    }
  }

  /**
   * @param country ISO 3166-1 alpha-2
   * @param postalCode as typed, or empty while unknown
   */
  record Destination(String country, String postalCode) {}

  /**
   * @param offerId what is shipped
   * @param quantity units, above zero
   * @param total price of all units, tax included
   * @param weightGrams of one unit; 0 if unknown
   * @param shippingFee the offer's own fee for one unit, or null
   */
  record Item(String offerId, int quantity, Money total, int weightGrams, Money shippingFee) {}
}
