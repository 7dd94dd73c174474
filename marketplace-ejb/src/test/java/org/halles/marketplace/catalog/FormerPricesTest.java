package org.halles.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halles.marketplace.catalog.SampleShop.goods;
import static org.halles.marketplace.catalog.SampleShop.sku;
import static org.halles.marketplace.catalog.SampleShop.variant;

import java.util.UUID;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who lowers a price says the lowest one of the thirty days before. */
class FormerPricesTest {

  private static final SampleShop SHOP = new SampleShop();

  @BeforeAll
  static void aCategory() {
    SHOP.category("lanternes", null, "Lanternes", "Lanterns");
  }

  private final VendorScope lamps = SHOP.trustedVendor("Lanternier");
  private final VendorListing lamp =
      SHOP.live(lamps, goods("lanternes", "Lanterne", "Lantern", variant(sku(), 2000, 5)));

  private UUID offer() {
    return lamp.variants().get(0).id();
  }

  /** The price is another from then on, as if the days since had passed. */
  private void price(long cents, int daysAgo) {
    SHOP.real.inTransaction(
        () -> {
          SHOP.real
              .database()
              .update("update offer set price_minor = ? where id = ?", cents, offer());
          return SHOP.real
              .database()
              .update(
                  "update offer_former_price set until = now() - make_interval(days => ?)"
                      + " where offer_id = ? and until = now()",
                  daysAgo,
                  offer());
        });
  }

  private Money lowestBefore() {
    return SHOP.listings.detail(lamp.id()).orElseThrow().lowestBefore().get(offer());
  }

  @Test
  void aPriceThatWasNeverAnotherIsNoLowerOne() {
    assertThat(lowestBefore()).isNull();
  }

  @Test
  void aLoweredPriceStandsBesideTheFormerOne() {
    price(1500, 3);

    assertThat(lowestBefore()).isEqualTo(Money.of(2000, "EUR"));
  }

  @Test
  void theLowestOfThirtyDaysCountsNotTheLast() {
    price(1600, 40);
    price(2400, 20);
    price(1500, 2);

    assertThat(lowestBefore()).isEqualTo(Money.of(1600, "EUR"));
  }

  @Test
  void whoRaisesAPriceAndLowersItAgainHasLoweredNothing() {
    price(3000, 5);
    price(2000, 1);

    assertThat(lowestBefore()).isNull();
  }

  @Test
  void whatWasPaidLongerBeforeThanThirtyDaysCountsNoMore() {
    price(1200, 90);
    price(2400, 50);
    price(1500, 2);

    assertThat(lowestBefore()).isEqualTo(Money.of(2400, "EUR"));
  }

  @Test
  void afterThirtyDaysALowerPriceIsTheUsualOne() {
    price(1500, 31);

    assertThat(lowestBefore()).isNull();
  }

  @Test
  void aPriceThatNobodyCouldPayIsNotAFormerOne() {
    VendorListing draft =
        SHOP.real.inTransaction(
            () ->
                SHOP.cataloguing.create(
                    lamps, goods("lanternes", "Projet", "Plan", variant(sku(), 9000, 1))));
    UUID unborn = draft.variants().get(0).id();

    SHOP.real.inTransaction(
        () ->
            SHOP.real.database().update("update offer set price_minor = 100 where id = ?", unborn));

    assertThat(
            SHOP.real
                .database()
                .find(
                    "select 1 as n from offer_former_price where offer_id = ?",
                    row -> row.integer("n"),
                    unborn))
        .isEmpty();
  }
}
