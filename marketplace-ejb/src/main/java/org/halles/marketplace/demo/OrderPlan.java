package org.halles.marketplace.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who bought what in the month before the demo was loaded. The same content and the same day give
 * the same plan, so that an interrupted loading can be continued.
 */
final class OrderPlan {

  static final int DAYS = 31;
  private static final long SEED = 1870;
  private static final String TO_COMPANIES = "professionnels";
  private static final int FEW = 8;
  private static final int MOST_SOLD_OUT = 2;
  private static final long DEAR = 5_000;

  private final Random random = new Random(SEED);
  private final DemoMarket market;
  private final List<DemoVendor> vendors;
  private final Set<String> companyCategories;
  private final Map<String, Integer> left = new HashMap<>();

  private OrderPlan(DemoMarket market, List<DemoVendor> vendors, List<DemoCategory> categories) {
    this.market = market;
    this.vendors = vendors;
    this.companyCategories = new LinkedHashSet<>();
    categories.stream()
        .filter(root -> root.slug().equals(TO_COMPANIES))
        .flatMap(DemoCategory::all)
        .forEach(category -> companyCategories.add(category.slug()));
  }

  /** Purchases in the order of time, the last ones on the day before {@code now}. */
  static List<PlannedOrder> of(
      DemoMarket market, List<DemoVendor> vendors, List<DemoCategory> categories, Instant now) {
    return new OrderPlan(market, vendors, categories).orders(now);
  }

  private List<PlannedOrder> orders(Instant now) {
    List<PlannedOrder> orders = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      int howMany = 2 + random.nextInt(5);
      for (int order = 0; order < howMany; order++) {
        Instant at = dayBefore(now, day).plusSeconds(8 * 3600 + random.nextInt(13 * 3600));
        planned(day, at).ifPresent(orders::add);
      }
    }
    orders.sort(Comparator.comparingInt(PlannedOrder::day).thenComparing(PlannedOrder::at));
    return orders;
  }

  /** Midnight of a day of the month that ends yesterday. */
  static Instant dayBefore(Instant now, int day) {
    return now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays((long) DAYS - day));
  }

  private Optional<PlannedOrder> planned(int day, Instant at) {
    DemoMarket.Buyer buyer = someBuyer();
    List<PlannedOrder.Item> basket = new ArrayList<>();
    for (DemoVendor vendor : stallsFor(buyer)) {
      fill(basket, vendor, buyer);
    }
    return basket.isEmpty()
        ? Optional.empty()
        : Optional.of(new PlannedOrder(day, at, buyer, buyer == market.buyers().get(0), basket));
  }

  /** The buyer with an account and the companies come back more often than the others. */
  private DemoMarket.Buyer someBuyer() {
    List<DemoMarket.Buyer> buyers = market.buyers();
    List<DemoMarket.Buyer> draw = new ArrayList<>(buyers);
    draw.addAll(Collections.nCopies(4, buyers.get(0)));
    buyers.stream().filter(DemoMarket.Buyer::company).forEach(b -> draw.addAll(List.of(b, b)));
    return draw.get(random.nextInt(draw.size()));
  }

  /** Two of three purchases are from more than one stall. */
  private List<DemoVendor> stallsFor(DemoMarket.Buyer buyer) {
    int[] howMany = {1, 1, 1, 2, 2, 2, 3, 3, 4};
    List<DemoVendor> shuffled = new ArrayList<>(vendors);
    Collections.shuffle(shuffled, random);
    if (buyer.company()) {
      shuffled.sort(Comparator.comparing(vendor -> !sellsToCompanies(vendor)));
    }
    return shuffled.stream()
        .filter(vendor -> !choiceOf(vendor, buyer).isEmpty())
        .limit(howMany[random.nextInt(howMany.length)])
        .toList();
  }

  private boolean sellsToCompanies(DemoVendor vendor) {
    return vendor.listings().stream().anyMatch(l -> companyCategories.contains(l.category()));
  }

  private void fill(List<PlannedOrder.Item> basket, DemoVendor vendor, DemoMarket.Buyer buyer) {
    List<DemoVendor.Variant> choice = new ArrayList<>(choiceOf(vendor, buyer));
    Collections.shuffle(choice, random);
    choice.stream()
        .limit(1 + random.nextInt(3))
        .forEach(variant -> basket.add(item(vendor, variant)));
  }

  private PlannedOrder.Item item(DemoVendor vendor, DemoVendor.Variant variant) {
    boolean one = vendor.isPrivate() || variant.price() > DEAR;
    int quantity = one ? 1 : 1 + random.nextInt(3);
    left.merge(variant.sku(), -quantity, Integer::sum);
    return new PlannedOrder.Item(vendor.slug(), variant.sku(), quantity);
  }

  /** What this buyer would take from a stall; single pieces stay for whoever opens the demo. */
  private List<DemoVendor.Variant> choiceOf(DemoVendor vendor, DemoMarket.Buyer buyer) {
    return vendor
        .oldListings()
        .filter(DemoVendor.Listing::isForSale)
        .filter(listing -> !listing.isShipped() || vendor.shipsTo(buyer.country()))
        .filter(listing -> buyer.company() || !companyCategories.contains(listing.category()))
        .flatMap(listing -> onHand(vendor, listing))
        .toList();
  }

  private Stream<DemoVendor.Variant> onHand(DemoVendor vendor, DemoVendor.Listing listing) {
    return listing.variants().stream()
        .filter(variant -> !listing.isCounted() || maySell(vendor, variant));
  }

  /** Shops keep some of everything for whoever opens the demo; private people part with a few. */
  private boolean maySell(DemoVendor vendor, DemoVendor.Variant variant) {
    int now = left.computeIfAbsent(variant.sku(), sku -> variant.stock());
    return vendor.isPrivate() ? now > 0 && soldOut(vendor) < MOST_SOLD_OUT : now >= FEW;
  }

  private long soldOut(DemoVendor vendor) {
    return vendor
        .oldListings()
        .flatMap(listing -> listing.variants().stream())
        .filter(variant -> Integer.valueOf(0).equals(left.get(variant.sku())))
        .filter(variant -> variant.stock() > 0)
        .count();
  }
}
