package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.PriceBreak;
import org.halles.marketplace.shared.PriceLadder;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.Money;

/** A vendor changes what it asks for one thing, and how many it has. */
@ApplicationScoped
@Transactional
public class Terms {

  private static final int MOST_AT_ONCE = 200;

  private ListingStore listings;
  private Stock stock;
  private ListingSummary summary;

  protected Terms() {}

  @Inject
  Terms(ListingStore listings, Stock stock, ListingSummary summary) {
    this.listings = listings;
    this.stock = stock;
    this.summary = summary;
  }

  /**
   * A new price is new terms: carts that were priced before are shown again. A new stock is not.
   *
   * @param price the new one, or null to keep it
   * @param quantity units on hand now, or null to keep what is known
   * @param breaks the new steps of the price, empty for none, or null to keep them
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_WRITE)
  public OfferView change(
      VendorScope scope,
      UUID offerId,
      PriceInput price,
      Integer quantity,
      List<PriceBreakInput> breaks) {
    Checklist checklist = new Checklist();
    PriceChecks checks = new PriceChecks(checklist);
    Money checked = price == null ? null : checks.price("price", price);
    Integer counted = checks.stock("stock", quantity);
    if (price == null && quantity == null && breaks == null) {
      checklist.reject(
          "price", "is missing, and so are stock and priceBreaks: give one of them", null);
    }
    checklist.done();
    Offer offer = listings.offer(scope.vendorId(), offerId);
    if (checked != null || breaks != null) {
      reprice(offer, checked == null ? offer.price() : checked, breaks);
    }
    if (counted != null) {
      stock.set(Collections.singletonMap(offerId, counted));
    }
    return offer.view(listings.stock(List.of(offerId)).get(offerId));
  }

  /**
   * Many prices at once, each by the same share, rounded half up to the smallest coin.
   *
   * @param percent such as -10 or 2.5
   * @return how many changed
   */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  public int changeBy(VendorScope scope, List<UUID> offerIds, BigDecimal percent) {
    Checklist checklist = new Checklist();
    boolean sound =
        percent != null
            && percent.abs().compareTo(BigDecimal.valueOf(90)) <= 0
            && percent.stripTrailingZeros().scale() <= 2;
    if (!sound || percent.signum() == 0) {
      checklist.reject("percent", "must be between -90 and 90, not 0", percent);
    }
    if (offerIds == null
        || offerIds.isEmpty()
        || offerIds.size() > MOST_AT_ONCE
        || offerIds.stream().anyMatch(Objects::isNull)) {
      checklist.reject("offers", "must be between 1 and " + MOST_AT_ONCE, null);
    }
    checklist.done();
    for (UUID id : offerIds.stream().distinct().sorted().toList()) {
      Offer offer = listings.offer(scope.vendorId(), id);
      BigDecimal share = BigDecimal.ONE.add(percent.movePointLeft(2));
      write(offer, offer.ladder().map(price -> changed(price, share)));
    }
    return (int) offerIds.stream().distinct().count();
  }

  private static Money changed(Money price, BigDecimal share) {
    long minor =
        share
            .multiply(BigDecimal.valueOf(price.minor()))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
    return Money.of(Math.min(Math.max(1, minor), PriceChecks.HIGHEST_PRICE), price.currency());
  }

  private void reprice(Offer offer, Money price, List<PriceBreakInput> breaks) {
    Checklist checklist = new Checklist();
    if (!price.currency().equals(offer.price().currency())) {
      checklist.reject(
          "price.currency",
          "must stay " + offer.price().currency() + ": edit the listing to change it",
          price.currency());
    }
    List<PriceBreak> steps =
        breaks == null
            ? kept(checklist, offer, price)
            : new PriceBreakChecks(checklist).check("priceBreaks", breaks, price);
    checklist.done();
    write(offer, new PriceLadder(price, steps));
  }

  /** Steps that were agreed before hold only below the new price. */
  private static List<PriceBreak> kept(Checklist checklist, Offer offer, Money price) {
    List<PriceBreak> steps = offer.ladder().breaks();
    if (!steps.isEmpty() && steps.get(0).price().minor() >= price.minor()) {
      checklist.reject(
          "price",
          "must be above the price from "
              + steps.get(0).from()
              + " pieces on: change priceBreaks too",
          price);
    }
    return steps;
  }

  private void write(Offer offer, PriceLadder ladder) {
    offer.reprice(ladder.base());
    offer.step(ladder.breaks());
    listings.flush();
    summary.prices(listings.listingOf(offer));
  }
}
