package org.halles.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halles.marketplace.catalog.SampleShop.goods;
import static org.halles.marketplace.catalog.SampleShop.sku;
import static org.halles.marketplace.catalog.SampleShop.variant;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.vendor.VendorScope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file is read, a bowl is sold, and only then is stored what the file says. */
class AssortmentTest {

  private static final SampleShop SHOP = new SampleShop();

  private final VendorScope potter = SHOP.trustedVendor("Poterie");
  private final String number = sku();
  private VendorListing listing;

  @BeforeAll
  static void crates() {
    SHOP.category("bols-a", null, "Bols", "Bowls");
  }

  @BeforeEach
  void fiveBowlsOnSale() {
    listing = SHOP.live(potter, goods("bols-a", "Bol", "Bowl", variant(number, 2_000, 5)));
  }

  @Test
  void whatWasSoldAfterTheFileWasReadStaysSold() {
    KnownListing read = read();
    sell(2);

    store(new WantedListing(read.id(), renamed(read), true, Set.of(number)));

    assertThat(stored().title().in("fr")).isEqualTo("Bol bleu");
    assertThat(stored().variants().get(0).stock()).isEqualTo(3);
  }

  @Test
  void whatWasSoldFromAPlaceStaysSoldThere() {
    place("Atelier");
    place("Réserve");
    KnownListing read = read();
    sell(2);

    store(new WantedListing(read.id(), renamed(read), true, Set.of(number)));

    assertThat(stored().variants().get(0).stock()).isEqualTo(3);
    assertThat(stored().variants().get(0).places()).containsEntry("atelier", 3);
  }

  @Test
  void aFileThatCountsIsTakenAtItsWord() {
    KnownListing read = read();
    sell(2);

    store(new WantedListing(read.id(), renamed(read), true, Set.of()));

    assertThat(stored().variants().get(0).stock()).isEqualTo(5);
  }

  private KnownListing read() {
    return SHOP.real.inTransaction(() -> SHOP.assortment.find(potter, List.of(number))).get(number);
  }

  private static ListingInput renamed(KnownListing read) {
    return goods(
        "bols-a", "Bol bleu", "Blue bowl", read.input().variants().toArray(VariantInput[]::new));
  }

  private void sell(int units) {
    UUID offer = listing.variants().get(0).id();
    assertThat(SHOP.real.inTransaction(() -> SHOP.stock.take(Map.of(offer, units)))).isEmpty();
  }

  private void store(WantedListing wanted) {
    SHOP.real.inTransaction(() -> SHOP.assortment.store(potter, List.of(wanted)));
  }

  private VendorListing stored() {
    return SHOP.real.inTransaction(() -> SHOP.cataloguing.get(potter, listing.id()));
  }

  private void place(String name) {
    SHOP.real.inTransaction(
        () -> SHOP.stockPlaces.add(potter, SampleStockPlaces.input(name, null, true)));
  }
}
