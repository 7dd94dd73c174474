package org.halles.marketplace.plugin;

import java.time.Instant;
import java.util.List;
import org.halles.spi.CartContribution;
import org.halles.spi.CheckoutFacts;
import org.halles.spi.ListingFacts;
import org.halles.spi.OnboardingRequirement;
import org.halles.spi.Page;
import org.halles.spi.SaleFacts;
import org.halles.spi.ShippingRates;
import org.halles.spi.TaxRules;

/**
 * What a plugin is asked about, as far as it decides whether the plugin takes part.
 *
 * @param vendorId null where no vendor is known
 * @param country null where none is known
 * @param categories slugs from the root down; empty where none is known
 */
record Where(String vendorId, String country, List<String> categories, Instant at) {

  static Where everywhere(Instant at) {
    return new Where(null, null, List.of(), at);
  }

  /** A sale is where it is delivered, at its own time: a past one is replayed under its day. */
  static Where of(SaleFacts sale) {
    return new Where(sale.vendor().id(), sale.buyerCountry(), sale.categoryPath(), sale.at());
  }

  static Where of(ShippingRates.Parcel parcel, Instant at) {
    return new Where(parcel.vendorId(), parcel.destination().country(), List.of(), at);
  }

  static Where of(CartContribution.Basket basket) {
    return new Where(null, basket.buyerCountry(), List.of(), basket.at());
  }

  static Where of(CheckoutFacts purchase) {
    return new Where(null, purchase.country(), List.of(), purchase.at());
  }

  static Where of(TaxRules.Supply supply, Instant at) {
    return new Where(null, supply.buyerCountry(), List.of(), at);
  }

  static Where of(ListingFacts listing, Instant at) {
    return new Where(listing.vendorId(), null, listing.category(), at);
  }

  static Where of(Page page) {
    if (page instanceof Page.Listing listing) {
      return new Where(listing.vendorId(), null, listing.categories(), page.at());
    }
    if (page instanceof Page.ListingForm form) {
      return new Where(form.vendorId(), null, form.categories(), page.at());
    }
    if (page instanceof Page.VendorDashboard dashboard) {
      return new Where(dashboard.vendorId(), null, List.of(), page.at());
    }
    if (page instanceof Page.Cart cart) {
      return new Where(null, cart.country(), List.of(), page.at());
    }
    if (page instanceof Page.VendorOrder part) {
      return new Where(part.vendorId(), part.country(), List.of(), page.at());
    }
    return page instanceof Page.Order order
        ? new Where(null, order.country(), List.of(), page.at())
        : everywhere(page.at());
  }

  static Where of(OnboardingRequirement.Applicant applicant, Instant at) {
    return new Where(null, applicant.country(), List.of(), at);
  }
}
