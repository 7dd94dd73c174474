package org.halles.plugins.checks;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.spi.Configurable;
import org.halles.spi.ListingCheck;
import org.halles.spi.ListingFacts;
import org.halles.spi.ListingFacts.CategoryPrices;
import org.halles.spi.Money;

/**
 * Prices far from what the category's offers cost. The fence is Tukey's: the upper quartile and so
 * many times the distance between the quartiles above it. Prices are spread by ratio, not by
 * distance, so the lower fence is as many times below the median as the upper one is above it.
 */
@ApplicationScoped
public class PriceOutlier implements ListingCheck, Configurable<Limits> {

  private final Limits limits;

  /** As the server makes it. */
  public PriceOutlier() {
    this(Limits.USUAL);
  }

  private PriceOutlier(Limits limits) {
    this.limits = limits;
  }

  @Override
  public Class<Limits> configurationType() {
    return Limits.class;
  }

  @Override
  public Optional<Limits> usual() {
    return Optional.of(Limits.USUAL);
  }

  @Override
  public PriceOutlier with(Limits configuration) {
    return new PriceOutlier(configuration);
  }

  @Override
  public String id() {
    return "price-outlier";
  }

  @Override
  public Map<String, String> label() {
    return Map.of("fr", "Prix hors de l’ordinaire", "en", "Unusual price");
  }

  @Override
  public List<Finding> check(ListingFacts listing) {
    int reach = limits.priceReach();
    Optional<CategoryPrices> prices =
        listing.categoryPrices().filter(known -> known.count() >= limits.fewestOffers());
    List<Finding> findings = new ArrayList<>();
    for (int index = 0; prices.isPresent() && index < listing.variants().size(); index++) {
      Money price = listing.variants().get(index).price();
      if (price.currency().equals(prices.get().median().currency())) {
        judge("variants[" + index + "].price", price, prices.get(), reach).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<Finding> judge(
      String field, Money price, CategoryPrices known, int reach) {
    BigInteger asked = BigInteger.valueOf(price.minor());
    BigInteger median = BigInteger.valueOf(known.median().minor());
    BigInteger upper = BigInteger.valueOf(known.upper().minor());
    BigInteger spread = upper.subtract(BigInteger.valueOf(known.lower().minor()));
    // equal prices have no spread: a tenth of the median stands in for it
    BigInteger step = spread.max(median.divide(BigInteger.TEN)).max(BigInteger.ONE);
    BigInteger fence = upper.add(step.multiply(BigInteger.valueOf(reach)));
    String around = price.toDecimal() + " " + price.currency() + " / " + known.median().toDecimal();
    if (asked.compareTo(fence) > 0) {
      return Optional.of(
          Finding.warning(
              field,
              "bien plus cher que le rayon (prix / médiane : " + around + ")",
              "far dearer than its category (price / median: " + around + ")"));
    }
    // price * fence < median²: as far below the median as the fence is above it
    if (asked.multiply(fence).compareTo(median.multiply(median)) < 0) {
      return Optional.of(
          Finding.warning(
              field,
              "bien moins cher que le rayon (prix / médiane : " + around + ")",
              "far cheaper than its category (price / median: " + around + ")"));
    }
    return Optional.empty();
  }
}
