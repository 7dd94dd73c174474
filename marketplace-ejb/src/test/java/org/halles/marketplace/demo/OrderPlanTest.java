package org.halles.marketplace.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderPlanTest {

  private static final Instant NOW = Instant.parse("2026-05-20T09:30:00Z");

  private final DemoMarket market = DemoContent.market();
  private final List<DemoVendor> vendors =
      market.vendors().stream().map(DemoContent::vendor).toList();
  private final List<PlannedOrder> plan = planned();

  private List<PlannedOrder> planned() {
    return OrderPlan.of(market, vendors, DemoContent.categories(), NOW);
  }

  @Test
  void theSameDayGivesTheSamePast() {
    assertThat(planned()).isEqualTo(plan);
  }

  @Test
  void aMonthHasAboutAHundredAndTwentyPurchasesMostlyOfSeveralStalls() {
    assertThat(plan).hasSizeBetween(100, 150);
    assertThat(plan.stream().filter(order -> order.vendors().size() > 1).count())
        .isGreaterThan(plan.size() / 2);
    assertThat(plan.stream().flatMap(order -> order.vendors().stream()).distinct())
        .containsExactlyInAnyOrderElementsOf(market.vendors());
  }

  @Test
  void purchasesFollowEachOtherInThePastWhenTheirGoodsWereOnSale() {
    Map<String, Instant> onSale = new HashMap<>();
    for (DemoVendor vendor : vendors) {
      for (int index = 0; index < vendor.listings().size(); index++) {
        Instant since = vendor.liveSince(index, NOW);
        vendor.listings().get(index).variants().forEach(v -> onSale.put(v.sku(), since));
      }
    }
    assertThat(plan).extracting(PlannedOrder::at).isSorted();
    assertThat(plan)
        .allSatisfy(
            order -> {
              assertThat(order.at()).isBetween(NOW.minus(Duration.ofDays(32)), NOW);
              assertThat(order.basket())
                  .allMatch(item -> onSale.get(item.sku()).isBefore(order.at()));
            });
  }

  @Test
  void shopsHaveSomethingOfEverythingLeftForWhoeverOpensTheDemo() {
    Map<String, Integer> sold = new HashMap<>();
    plan.stream()
        .flatMap(order -> order.basket().stream())
        .forEach(item -> sold.merge(item.sku(), item.quantity(), Integer::sum));
    vendors.stream()
        .filter(vendor -> !vendor.isPrivate())
        .flatMap(vendor -> vendor.listings().stream())
        .filter(DemoVendor.Listing::isForSale)
        .flatMap(listing -> listing.variants().stream())
        .forEach(
            variant ->
                assertThat(variant.stock() - sold.getOrDefault(variant.sku(), 0))
                    .as(variant.sku())
                    .isPositive());
  }

  @Test
  void nobodyBuysWhatCannotBeShippedToThem() {
    Map<String, DemoVendor> bySlug = new HashMap<>();
    vendors.forEach(vendor -> bySlug.put(vendor.slug(), vendor));
    assertThat(plan)
        .allSatisfy(
            order ->
                assertThat(order.basket())
                    .filteredOn(item -> isShipped(bySlug.get(item.vendor()), item.sku()))
                    .allMatch(item -> bySlug.get(item.vendor()).shipsTo(order.buyer().country())));
  }

  private static boolean isShipped(DemoVendor vendor, String sku) {
    return vendor.listings().stream()
        .filter(listing -> listing.variants().stream().anyMatch(v -> v.sku().equals(sku)))
        .anyMatch(DemoVendor.Listing::isShipped);
  }
}
