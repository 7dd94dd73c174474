package org.halles.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.vendor.VendorScope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How many of something are sold at once, to everybody. */
class OrderQuantitiesTest {

  private static final SampleShop SHOP = new SampleShop();

  @BeforeAll
  static void aCategory() {
    SHOP.category("oeufs", null, "Œufs", "Eggs");
  }

  private final VendorScope farm = SHOP.trustedVendor("Ferme");

  private static VariantInput eggs(String sku, OrderQuantityInput orders) {
    return new VariantInput(
        sku,
        Map.of(),
        new PriceInput(40L, "EUR"),
        500,
        "new",
        1,
        60,
        null,
        null,
        List.of(),
        null,
        orders);
  }

  private VendorListing live(OrderQuantityInput orders) {
    return SHOP.live(farm, SampleShop.goods("oeufs", "Œuf", "Egg", eggs(SampleShop.sku(), orders)));
  }

  private static Packs orders(VendorListing listing) {
    return listing.variants().get(0).orders();
  }

  @Test
  void theyAreKeptWithTheOfferAndBuyersReadThem() {
    VendorListing live = live(new OrderQuantityInput(12, 6, 120));

    assertThat(orders(live)).isEqualTo(new Packs(12, 6, 120));
    assertThat(SHOP.listings.detail(live.id()).orElseThrow().offers().get(0).orders())
        .isEqualTo(new Packs(12, 6, 120));
  }

  @Test
  void whereNothingIsSaidAnyNumberIsSold() {
    assertThat(orders(live(null)).free()).isTrue();
  }

  @Test
  void whoSaysNothingOfThemLaterLeavesThemAndWhoSaysNoneTakesThemAway() {
    VendorListing live = live(new OrderQuantityInput(null, 6, null));
    String sku = live.variants().get(0).sku();

    VendorListing silent = revised(live, eggs(sku, null));
    VendorListing free = revised(live, eggs(sku, new OrderQuantityInput(null, null, null)));

    assertThat(orders(silent)).isEqualTo(Packs.of(1, 6));
    assertThat(orders(free).free()).isTrue();
  }

  private VendorListing revised(VendorListing live, VariantInput variant) {
    return SHOP.real.inTransaction(
        () ->
            SHOP.cataloguing.edit(
                farm, live.id(), null, SampleShop.goods("oeufs", "Œuf", "Egg", variant)));
  }

  @Test
  void everythingWrongWithThemIsToldAtOnce() {
    InvalidInput refused =
        catchThrowableOfType(InvalidInput.class, () -> live(new OrderQuantityInput(10, 6, 4)));

    assertThat(refused.violations())
        .extracting(Violation::field)
        .containsExactlyInAnyOrder(
            "variants[0].orderQuantity.least", "variants[0].orderQuantity.most");
  }

  @Test
  void whatADraftSaysOfThemIsWhatIsSoldAndReadBack() {
    VendorListing live = live(new OrderQuantityInput(6, 6, null));

    DraftContent draft = DraftWriting.of(live);

    assertThat(draft.variants().get(0).orderQuantity())
        .isEqualTo(new DraftContent.Quantity("6", "6", null));
  }
}
