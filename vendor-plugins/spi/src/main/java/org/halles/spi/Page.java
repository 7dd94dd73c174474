package org.halles.spi;

import java.time.Instant;
import java.util.List;

/**
 * A page of the marketplace as far as a {@link PagePanel} may know it: one record for each {@link
 * Place}. Immutable, free of services, and without the name, address or account of whoever reads.
 * Later versions of the SPI may add pages: ask with {@code instanceof}, and say nothing to a page
 * you do not know.
 */
public sealed interface Page {

  /** Where panels can stand. */
  enum Place {
    /** Below the description of a listing in the shop. */
    LISTING,
    /** Below what is in a cart, and below the form of the checkout. */
    CART,
    /** Below the parts of an order, for its buyer. */
    ORDER,
    /** Beside a vendor’s part of an order, in its portal. Since SPI 1.9. */
    VENDOR_ORDER,
    /** The first page of a vendor’s portal. */
    VENDOR_DASHBOARD,
    /** Beside the form in which a vendor writes a listing. */
    LISTING_FORM,
    /** The first page of the operator’s console. */
    OPERATOR_DASHBOARD
  }

  /** Which of the places this is. */
  Place place();

  /** When it is asked, UTC, in whole minutes: an answer is remembered until the next one. */
  Instant at();

  /**
   * A listing in the shop. Everybody who looks at it is shown the same.
   *
   * @param listingId opaque
   * @param vendorId opaque
   * @param kind {@code goods}, {@code service}, {@code digital} or {@code request}, or a kind of a
   *     later version
   * @param categories slugs from the root down; empty if it is in none
   * @param price the lowest of its prices, tax included; null if it has none
   */
  record Listing(
      String listingId,
      String vendorId,
      String vendorSlug,
      String kind,
      List<String> categories,
      Money price,
      Instant at)
      implements Page {

    public Listing {
      categories = List.copyOf(categories);
    }

    @Override
    public Place place() {
      return Place.LISTING;
    }
  }

  /**
   * A cart with something in it, also while it is being paid.
   *
   * @param total what the buyer would pay now
   * @param country ISO 3166-1 alpha-2 of the delivery address, or null while unknown
   * @param vendorIds who sells something of it, each once
   */
  record Cart(Money total, String country, List<String> vendorIds, Instant at) implements Page {

    public Cart {
      vendorIds = List.copyOf(vendorIds);
    }

    @Override
    public Place place() {
      return Place.CART;
    }
  }

  /**
   * An order for its buyer.
   *
   * @param number of the purchase, as in {@link PluginEvent.OrderPaid}
   * @param status {@code awaiting-payment}, {@code payment-failed}, {@code expired}, {@code
   *     authorised}, {@code paid}, {@code partly-shipped}, {@code shipped}, {@code delivered},
   *     {@code closed} or {@code cancelled}, or one of a later version
   * @param country ISO 3166-1 alpha-2 of the delivery address
   */
  record Order(
      String number, String status, Money total, String country, List<String> vendorIds, Instant at)
      implements Page {

    public Order {
      vendorIds = List.copyOf(vendorIds);
    }

    @Override
    public Place place() {
      return Place.ORDER;
    }
  }

  /**
   * One vendor’s part of an order, for the staff of that vendor.
   *
   * @param number of this part, as in {@link PluginEvent.Part}
   * @param status {@code awaiting-payment}, {@code in-review}, {@code to-accept}, {@code to-ship},
   *     {@code partly-shipped}, {@code shipped}, {@code delivered}, {@code closed}, {@code refused}
   *     or {@code cancelled}, or one of a later version
   * @param total what this part costs the buyer now, shipping and tax included
   * @param country ISO 3166-1 alpha-2 of the delivery address
   * @since SPI 1.9
   */
  record VendorOrder(
      String number,
      String vendorId,
      String vendorSlug,
      String status,
      Money total,
      String country,
      Instant at)
      implements Page {

    @Override
    public Place place() {
      return Place.VENDOR_ORDER;
    }
  }

  /** A vendor’s first page. */
  record VendorDashboard(String vendorId, String vendorSlug, Instant at) implements Page {

    @Override
    public Place place() {
      return Place.VENDOR_DASHBOARD;
    }
  }

  /**
   * The form of a listing while its vendor writes it.
   *
   * @param categories slugs from the root down, as chosen so far; may be empty
   */
  record ListingForm(String vendorId, String vendorSlug, List<String> categories, Instant at)
      implements Page {

    public ListingForm {
      categories = List.copyOf(categories);
    }

    @Override
    public Place place() {
      return Place.LISTING_FORM;
    }
  }

  /** The operator’s first page. */
  record OperatorDashboard(Instant at) implements Page {

    @Override
    public Place place() {
      return Place.OPERATOR_DASHBOARD;
    }
  }
}
