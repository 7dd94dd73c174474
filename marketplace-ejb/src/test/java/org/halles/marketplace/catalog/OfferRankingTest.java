package org.halles.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.halles.marketplace.catalog.SampleShop.goods;
import static org.halles.marketplace.catalog.SampleShop.sku;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.RoundTrips;
import org.halles.marketplace.vendor.VendorScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who stands first where several vendors sell the same product. */
class OfferRankingTest {

  private static final SampleShop SHOP = new SampleShop();
  private static final OfferRanking RANKING =
      new OfferRanking(
          SHOP.real.database(),
          new Audit(SHOP.real.database(), new CurrentCaller(), Clock.systemUTC()));
  private static final OfferWeights USUAL = new OfferWeights(100, 0, 0, 0);
  private static final AtomicInteger PRODUCT = new AtomicInteger(200_000);

  private final String gtin = gtin(PRODUCT.incrementAndGet());

  @BeforeAll
  static void aCategory() {
    SHOP.category("bouilloires", null, "Bouilloires", "Kettles");
  }

  @AfterEach
  void asUsual() {
    weigh(100, 0, 0, 0);
  }

  private static String gtin(int product) {
    String digits = "400000" + product;
    int sum = 0;
    for (int index = 0; index < 12; index++) {
      sum += (digits.charAt(index) - '0') * (index % 2 == 0 ? 1 : 3);
    }
    return digits + (10 - sum % 10) % 10;
  }

  private static void weigh(int price, int delivery, int stock, int rating) {
    SHOP.real.inTransaction(() -> RANKING.change(new OfferWeights(price, delivery, stock, rating)));
  }

  /** A vendor's offer, shipped for so much, which takes the lead time of one day and so many. */
  private VendorListing sells(String name, long cents, long shipping, int days, Integer stock) {
    return sells(name, cents, shipping, days, stock, "FR");
  }

  private VendorListing sells(
      String name, long cents, long shipping, int days, Integer stock, String country) {
    VendorScope vendor = SHOP.trustedVendor(name);
    SHOP.real.inTransaction(
        () ->
            SHOP.real
                .database()
                .update(
                    """
                    insert into shipping_method (id, vendor_id, position, label, mode, price_minor,
                                                 currency, min_days, max_days, countries)
                    values (?, ?, 0, 'Colis', 'flat', ?, 'EUR', 0, ?, ?)
                    """,
                    UUID.randomUUID(),
                    vendor.vendorId(),
                    shipping,
                    days,
                    new String[] {country}));
    return SHOP.live(
        vendor, goods("bouilloires", name, name, SampleShop.variant(sku(), cents, stock, gtin)));
  }

  private static void rated(VendorListing listing, int reviews, int stars) {
    SHOP.real.inTransaction(
        () ->
            SHOP.real
                .database()
                .update(
                    "insert into listing_rating (listing_id, vendor_id, reviews, stars)"
                        + " select id, vendor_id, ?, ? from listing where id = ?",
                    reviews,
                    stars,
                    listing.id()));
  }

  private static RankedOffers ranked(VendorListing seenFrom, String country) {
    return SHOP.listings.detail(seenFrom.id(), country).orElseThrow().ranked();
  }

  private static List<String> order(VendorListing seenFrom) {
    return order(seenFrom, null);
  }

  private static List<String> order(VendorListing seenFrom, String country) {
    return ranked(seenFrom, country).places().stream().map(RankedOffers.Place::vendorName).toList();
  }

  @Test
  void untilTheOperatorSaysOtherwiseThePriceWithShippingDecidesThenTheDays() {
    VendorListing dear = sells("Cher", 1000, 900, 1, 50);
    sells("Lent", 1400, 100, 5, 1);
    sells("Vite", 1100, 400, 2, 1);
    rated(dear, 100, 500);

    assertThat(ranked(dear, null).weights()).isEqualTo(USUAL);
    assertThat(order(dear)).containsExactly("Vite", "Lent", "Cher");
  }

  @Test
  void anyWeightAloneDecides() {
    VendorListing cheap = sells("Prix", 1000, 0, 9, 1);
    sells("Jours", 1200, 0, 1, 2);
    sells("Stock", 1300, 0, 8, 9);
    VendorListing loved = sells("Avis", 1400, 0, 7, 3);
    rated(loved, 10, 50);

    weigh(100, 0, 0, 0);
    assertThat(order(cheap)).containsExactly("Prix", "Jours", "Stock", "Avis");
    weigh(0, 1, 0, 0);
    assertThat(order(cheap)).containsExactly("Jours", "Avis", "Stock", "Prix");
    weigh(0, 0, 100, 0);
    assertThat(order(cheap)).containsExactly("Stock", "Avis", "Jours", "Prix");
    weigh(0, 0, 0, 7);
    assertThat(order(cheap)).containsExactly("Avis", "Prix", "Jours", "Stock");
  }

  @Test
  void thePointsCanBeWorkedOutByHand() {
    VendorListing cheap = sells("Prix", 1500, 500, 4, 4);
    VendorListing quick = sells("Vite", 2500, 0, 1, null);
    rated(cheap, 5, 10);
    rated(quick, 15, 65);
    weigh(60, 20, 10, 10);

    RankedOffers ranked = ranked(cheap, null);

    // 2500: 1000 × 2000 / 2500 = 800. Two days: 1000 × 3 / 3. (65 + 15) / (5 × 20) = 0.8.
    // (60 × 800 + 20 × 1000 + 10 × 1000 + 10 × 800) / 100 = 860.
    assertThat(ranked.places().get(0).vendorName()).isEqualTo("Vite");
    assertThat(ranked.places().get(0).points())
        .isEqualTo(new RankedOffers.Points(800, 1000, 1000, 800, 860));
    // Five days: 1000 × 3 / 6 = 500. Four units: 400. (10 + 15) / (5 × 10) = 0.5.
    // (60 × 1000 + 20 × 500 + 10 × 400 + 10 × 500) / 100 = 790.
    assertThat(ranked.places().get(1).points())
        .isEqualTo(new RankedOffers.Points(1000, 500, 400, 500, 790));
    assertThat(ranked.places().get(1).total().minor()).isEqualTo(2000);
    assertThat(ranked.places().get(1).days()).isEqualTo(5);
  }

  @Test
  void equalPointsAreDecidedByThePriceThenTheDaysThenTheOlderListing() {
    VendorListing first = sells("Premier", 1000, 0, 3, 5);
    sells("Second", 1000, 0, 3, 5);
    sells("Tôt", 1000, 0, 2, 5);
    sells("Moins cher", 999, 0, 9, 5);
    weigh(0, 0, 100, 0);

    assertThat(order(first)).containsExactly("Moins cher", "Tôt", "Premier", "Second");
    assertThat(order(first)).isEqualTo(order(first));
  }

  @Test
  void whoDoesNotShipThereComesAfterThoseWhoDoAndWhatIsOutComesLast() {
    VendorListing french = sells("France seule", 500, 0, 1, 5, "FR");
    sells("Belgique", 2000, 0, 9, 1, "BE");
    sells("Épuisé", 100, 0, 1, 0, "BE");

    RankedOffers there = ranked(french, "BE");

    assertThat(there.places())
        .extracting(RankedOffers.Place::vendorName)
        .containsExactly("Belgique", "France seule", "Épuisé");
    assertThat(there.places())
        .extracting(RankedOffers.Place::obtainable)
        .containsExactly(true, false, false);
    assertThat(there.places().get(0).points().price()).isEqualTo(1000);
    assertThat(order(french, "FR")).containsExactly("France seule", "Belgique", "Épuisé");
  }

  @Test
  void theCheapestWayToTheBuyersCountryCounts() {
    VendorListing near = sells("Près", 1000, 0, 2, 5, "FR");
    SHOP.real.inTransaction(
        () ->
            SHOP.real
                .database()
                .update(
                    """
                    insert into shipping_method (id, vendor_id, position, label, mode, price_minor,
                                                 currency, min_days, max_days, countries)
                    select ?, vendor_id, 1, 'Loin', 'flat', 900, 'EUR', 1, 4, array['BE']
                      from listing where id = ?
                    """,
                    UUID.randomUUID(),
                    near.id()));
    sells("Loin", 1500, 0, 2, 5, "BE");

    assertThat(order(near, "FR")).containsExactly("Près", "Loin");
    assertThat(order(near, "BE")).containsExactly("Loin", "Près");
    assertThat(ranked(near, "BE").places().get(1).total().minor()).isEqualTo(1900);
  }

  @Test
  void nobodyWinsWhereCurrenciesDiffer() {
    VendorListing euro = sells("Euro", 1000, 0, 2, 5);
    VendorListing pound = sells("Livre", 900, 0, 2, 5);
    SHOP.real.inTransaction(
        () ->
            SHOP.real
                .database()
                .update("update offer set currency = 'GBP' where listing_id = ?", pound.id()));

    assertThat(ranked(euro, null).comparable()).isFalse();
    assertThat(order(euro)).containsExactly("Euro", "Livre");
    assertThat(order(pound)).containsExactly("Livre", "Euro");
  }

  @Test
  void comparingCostsNoFurtherTrip() {
    VendorListing one = sells("Un", 1000, 0, 2, 5);
    sells("Deux", 1000, 0, 2, 5);
    SHOP.categories.tree();

    assertThat(RoundTrips.of(() -> SHOP.listings.detail(one.id(), "FR"))).isLessThanOrEqualTo(2);
  }

  @Test
  void aListingThatNobodyElseSellsHasNoRanking() {
    assertThat(ranked(sells("Seul", 1000, 0, 2, 5), null)).isNull();
  }

  @Test
  void weightsAreWholeAndOneAtLeastCounts() {
    assertThatThrownBy(() -> weigh(101, -1, 0, 0))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("price")
        .hasMessageContaining("delivery");
    assertThatThrownBy(() -> weigh(0, 0, 0, 0)).isInstanceOf(InvalidInput.class);
    assertThat(SHOP.real.inTransaction(RANKING::get)).isEqualTo(USUAL);
  }

  @Test
  void anUnknownCountryIsNamed() {
    assertThatThrownBy(() -> SHOP.listings.detail(UUID.randomUUID(), "XX"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("country");
  }

  @Test
  void aChangeIsWrittenDownWithWhatWasBefore() {
    weigh(60, 40, 0, 0);

    List<Map<String, String>> told =
        SHOP.real
            .database()
            .list(
                "select before::text as before, after::text as after from audit_entry"
                    + " where action = 'change-offer-ranking' order by id desc limit 1",
                row -> Map.of("before", row.text("before"), "after", row.text("after")));

    assertThat(told.get(0).get("before")).contains("100");
    assertThat(told.get(0).get("after")).contains("60").contains("40");
  }
}
