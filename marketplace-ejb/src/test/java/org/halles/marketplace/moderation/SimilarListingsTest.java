package org.halles.marketplace.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.halles.marketplace.catalog.SampleShop.goods;
import static org.halles.marketplace.catalog.SampleShop.sku;
import static org.halles.marketplace.catalog.SampleShop.variant;

import java.util.List;
import java.util.UUID;
import org.halles.marketplace.catalog.SampleShop;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.ListingFacts.Similar;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SimilarListingsTest {

  private static final SampleShop SHOP = new SampleShop();
  private static final SimilarListings LISTINGS = new SimilarListings(SHOP.real.database());

  private static VendorScope one;
  private static VendorScope another;

  @BeforeAll
  static void vendors() {
    SHOP.category("cadrans-s", null, "Cadrans", "Dials");
    one = SHOP.trustedVendor("Au Gnomon");
    another = SHOP.trustedVendor("L’Heure Solaire");
  }

  private static UUID sell(VendorScope vendor, String french) {
    return SHOP.live(vendor, goods("cadrans-s", french, "Dial", variant(sku(), 4_000, 2))).id();
  }

  private static List<Similar> to(UUID listing, String title) {
    return SHOP.real.inTransaction(() -> LISTINGS.to(listing, one.vendorId(), title, List.of()));
  }

  @Test
  void what_is_called_alike_is_found_with_whose_it_is_and_never_the_listing_itself() {
    String title = "Gnomon équatorial ciselé";
    UUID asked = sell(one, title);
    UUID own = sell(one, "Gnomon equatorial ciselé, neuf");
    UUID foreign = sell(another, "GNOMON ÉQUATORIAL CISELÉ");
    sell(another, "Sablier de marine");

    assertThat(to(asked, title))
        .extracting(Similar::listingId, Similar::sameVendor)
        .containsExactlyInAnyOrder(tuple(own.toString(), true), tuple(foreign.toString(), false));
  }

  @Test
  void of_many_that_are_called_alike_the_number_is_bounded() {
    for (int number = 0; number < 15; number++) {
      sell(another, "Clepsydre hydraulique " + number);
    }

    assertThat(to(UUID.randomUUID(), "Clepsydre hydraulique")).hasSize(12);
  }

  /**
   * On a table this small reading everything is cheaper: forbidden, so that only the index is left.
   */
  @Test
  void an_index_knows_them() {
    String plan =
        SHOP.real.inTransaction(
            () -> {
              SHOP.real.database().update("set local enable_seqscan = off");
              return String.join("\n", plan());
            });

    assertThat(plan).contains("listing_similar").doesNotContain("Seq Scan on listing t");
  }

  private static List<String> plan() {
    UUID any = UUID.randomUUID();
    return SHOP.real
        .database()
        .list(
            "explain " + SimilarListings.FIND,
            row -> row.text("QUERY PLAN"),
            "Gnomon",
            any,
            any,
            any,
            "Gnomon",
            new String[0]);
  }
}
