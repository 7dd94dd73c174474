package org.halles.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.halles.marketplace.attribute.SampleAttributes.input;
import static org.halles.marketplace.catalog.SampleShop.sku;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.attribute.Assignment;
import org.halles.marketplace.attribute.AttributeInput;
import org.halles.marketplace.catalog.ListingInput;
import org.halles.marketplace.catalog.PriceInput;
import org.halles.marketplace.catalog.SampleShop;
import org.halles.marketplace.catalog.VariantInput;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.VendorScope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists are narrowed by what is said about things, and show a shared product once. */
class AttributeFacetsTest {

  private static final SampleShop SHOP = new SampleShop();
  private static final Search SEARCH =
      new Search(
          new Hits(SHOP.real.database(), SHOP.categories),
          new FacetCounts(
              SHOP.real.database(), SHOP.categories, SHOP.attributes, Clock.systemUTC()),
          SHOP.categories);
  private static final String SHARED = "4006381333931";

  private static VendorScope potter;
  private static VendorScope rival;

  @BeforeAll
  static void stock() {
    var pots = SHOP.category("poterie-f", null, "Poterie", "Pottery");
    SHOP.real.inTransaction(
        () -> {
          SHOP.attributes.define(
              "clay-f", input("choice", true, "grès", "stoneware", "faïence", "earthenware"));
          SHOP.attributes.define("glaze-f", input("text", false, "bleu nuit", "midnight blue"));
          return SHOP.attributes.assign(
              pots.id(),
              List.of(
                  new Assignment("clay-f", false, false), new Assignment("glaze-f", false, true)));
        });
    potter = SHOP.trustedVendor("Potière");
    rival = SHOP.trustedVendor("Rivale");
    sell(potter, "Bol", "grès", "bleu nuit", 2_000, null);
    sell(potter, "Plat", "grès, faïence", "ocre", 3_000, null);
    sell(potter, "Vase", "faïence", "bleu nuit", 4_000, SHARED);
    sell(rival, "Vase de série", "faïence", "bleu nuit", 3_500, SHARED);
  }

  private static void sell(
      VendorScope vendor, String title, String clay, String glaze, long cents, String gtin) {
    VariantInput variant =
        new VariantInput(
            sku(),
            Map.of("glaze-f", glaze),
            new PriceInput(cents, "EUR"),
            5,
            null,
            null,
            null,
            gtin,
            null);
    SHOP.live(
        vendor,
        new ListingInput(
            "goods",
            Texts.of(title, title),
            null,
            "poterie-f",
            Map.of("clay-f", clay),
            List.of(variant),
            null));
  }

  private static ListingQuery pots(String words, String vendor, Map<String, String> said) {
    return new ListingQuery(words, "poterie-f", vendor, null, null, null, null, said, "price-asc");
  }

  private static List<String> titles(ListingQuery query) {
    return SEARCH.find(query, Paging.first()).page().items().stream()
        .map(card -> card.title().in("fr"))
        .toList();
  }

  @Test
  void aValueOfAnAttributeOrAnOptionNarrowsTheList() {
    assertThat(titles(pots(null, null, Map.of("clay-f", "stoneware"))))
        .containsExactly("Bol", "Plat");
    assertThat(titles(pots(null, null, Map.of("glaze-f", "midnight-blue", "clay-f", "stoneware"))))
        .containsExactly("Bol");
    assertThat(titles(pots(null, null, Map.of("clay-f", "glass")))).isEmpty();
  }

  @Test
  void valuesAreCountedByAttribute() {
    ListingQuery query = pots(null, potter.slug(), Map.of());
    Facets facets = SEARCH.facets(query, SEARCH.find(query, Paging.first()));

    assertThat(facets.said()).extracting(Facets.Said::attribute).contains("clay-f", "glaze-f");
    assertThat(
            facets.said().stream()
                .filter(said -> said.attribute().equals("clay-f"))
                .findFirst()
                .orElseThrow()
                .values())
        .extracting(Facets.Facet::value, Facets.Facet::count)
        .containsExactlyInAnyOrder(tuple("stoneware", 2L), tuple("earthenware", 2L));
  }

  @Test
  void valuesAreFoundByTheirWordsInEitherLanguage() {
    assertThat(titles(pots("stoneware", null, Map.of()))).containsExactly("Bol", "Plat");
    assertThat(titles(pots("grès", null, Map.of()))).containsExactly("Bol", "Plat");
  }

  @Test
  void aSharedProductIsShownOnceByItsCheapestListing() {
    assertThat(titles(pots(null, null, Map.of()))).containsExactly("Bol", "Plat", "Vase de série");
    assertThat(titles(pots(null, potter.slug(), Map.of())))
        .as("a stall shows what it has")
        .contains("Vase");
    assertThat(
            titles(
                new ListingQuery(
                    null, "poterie-f", null, 3_900L, null, null, null, Map.of(), "price-asc")))
        .as("the cheapest of those that the filters leave")
        .containsExactly("Vase");
  }

  @Test
  void renamedValuesAreFoundByTheirNewWords() {
    SHOP.real.inTransaction(
        () ->
            SHOP.attributes.define(
                "glaze-f",
                new AttributeInput(
                    Texts.of("Émail", "Glaze"),
                    null,
                    "text",
                    null,
                    null,
                    null,
                    List.of(
                        new AttributeInput.Value(
                            "midnight-blue", Texts.of("outremer", "ultramarine"))))));

    assertThat(titles(pots("outremer", null, Map.of()))).contains("Bol");
  }
}
