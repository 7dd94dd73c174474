package org.halles.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halles.marketplace.catalog.SampleShop.goods;
import static org.halles.marketplace.catalog.SampleShop.sku;
import static org.halles.marketplace.catalog.SampleShop.variant;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.halles.marketplace.shared.RoundTrips;
import org.halles.marketplace.vendor.SampleVendors;
import org.halles.marketplace.vendor.VendorScope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ListingsTest {

  private static final SampleShop SHOP = new SampleShop();
  private static final String CUP = "4006381333931";

  @BeforeAll
  static void crates() {
    SHOP.category("vaisselle", null, "Vaisselle", "Tableware");
  }

  @Test
  void otherVendorsOffersOnTheSameProductAreShownCheapestFirst() {
    VendorListing first =
        SHOP.live(
            SHOP.trustedVendor("A"),
            goods("vaisselle", "Tasse", "Cup", variant(sku(), 900, 1, CUP)));
    SHOP.live(
        SHOP.trustedVendor("B"), goods("vaisselle", "Tasse B", "Cup", variant(sku(), 950, 1, CUP)));
    SHOP.live(
        SHOP.trustedVendor("C"), goods("vaisselle", "Tasse C", "Cup", variant(sku(), 700, 1, CUP)));

    ListingDetail detail = SHOP.listings.detail(first.id()).orElseThrow();

    assertThat(detail.offers()).extracting(offer -> offer.price().minor()).containsExactly(900L);
    assertThat(detail.otherOffers())
        .extracting(ListingDetail.OtherOffer::vendorName)
        .containsExactly("C", "B");
  }

  @Test
  void theDetailTakesTwoTripsHoweverManyVariants() {
    VendorListing many =
        SHOP.live(
            SHOP.trustedVendor("Grand"),
            goods(
                "vaisselle",
                "Assiettes",
                "Plates",
                IntStream.range(0, 60)
                    .mapToObj(index -> variant(sku(), 100 + index, 1))
                    .toArray(VariantInput[]::new)));
    SHOP.categories.tree();

    assertThat(RoundTrips.of(() -> SHOP.listings.detail(many.id()))).isLessThanOrEqualTo(2);
    assertThat(SHOP.listings.detail(many.id()).orElseThrow().offers()).hasSize(60);
  }

  @Test
  void nothingOfASuspendedVendorIsShownOrSold() {
    VendorScope vendor = SHOP.trustedVendor("Parti");
    VendorListing listing =
        SHOP.live(vendor, goods("vaisselle", "Bol", "Bowl", variant(sku(), 1, 1)));
    UUID offer = listing.variants().get(0).id();
    assertThat(SHOP.offers.find(List.of(offer)).get(offer).onSale()).isTrue();

    SampleVendors.suspend(SHOP.real, vendor.vendorId());

    assertThat(SHOP.listings.detail(listing.id())).isEmpty();
    assertThat(SHOP.offers.find(List.of(offer)).get(offer).onSale()).isFalse();
  }

  @Test
  void stockIsTakenAllOrNothingAndGivenBack() {
    VendorListing listing =
        SHOP.live(
            SHOP.trustedVendor("Stock"),
            goods(
                "vaisselle",
                "Plat",
                "Dish",
                variant(sku(), 1, 5),
                variant(sku(), 1, 1),
                variant(sku(), 1, null)));
    UUID five = listing.variants().get(0).id();
    UUID one = listing.variants().get(1).id();
    UUID uncounted = listing.variants().get(2).id();

    assertThat(take(Map.of(five, 2, one, 2, uncounted, 99))).isEqualTo(Map.of(one, 1));
    assertThat(onHand(five)).isEqualTo(5);
    assertThat(take(Map.of(five, 5, one, 1, uncounted, 99))).isEmpty();
    assertThat(onHand(five)).isZero();
    SHOP.real.inTransaction(
        () -> {
          SHOP.stock.giveBack(Map.of(five, 3, uncounted, 4), null);
          return null;
        });
    assertThat(onHand(five)).isEqualTo(3);
    assertThat(onHand(uncounted)).isNull();
  }

  private static Map<UUID, Integer> take(Map<UUID, Integer> quantities) {
    return SHOP.real.inTransaction(() -> SHOP.stock.take(quantities));
  }

  private static Integer onHand(UUID offer) {
    return SHOP.offers.find(List.of(offer)).get(offer).stock();
  }
}
