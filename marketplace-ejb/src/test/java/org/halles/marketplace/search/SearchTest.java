package org.halles.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.halles.marketplace.catalog.SampleShop.goods;
import static org.halles.marketplace.catalog.SampleShop.sku;
import static org.halles.marketplace.catalog.SampleShop.variant;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.catalog.PriceInput;
import org.halles.marketplace.catalog.SampleShop;
import org.halles.marketplace.catalog.VariantInput;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.RoundTrips;
import org.halles.marketplace.vendor.VendorScope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

  private static final SampleShop SHOP = new SampleShop();
  private static final Search SEARCH =
      new Search(
          new Hits(SHOP.real.database(), SHOP.categories),
          new FacetCounts(
              SHOP.real.database(), SHOP.categories, SHOP.attributes, Clock.systemUTC()),
          SHOP.categories);

  private static VendorScope market;

  @BeforeAll
  static void stock() {
    SHOP.category("epicerie-s", null, "Épicerie", "Groceries");
    SHOP.category("confitures-s", "epicerie-s", "Confitures", "Jams");
    SHOP.category("outils-s", null, "Outils", "Tools");
    market = SHOP.trustedVendor("La Halle aux Goûts");
    sell("confitures-s", "Confiture de framboises", "Raspberry jam", 650);
    sell("confitures-s", "Crème de châtaignes", "Chestnut spread", 720);
    sell("epicerie-s", "Chocolats noirs à l’orange", "Dark orange chocolates", 1_490);
    sell("outils-s", "Sécateur forgé", "Forged pruning shears", 4_900);
    sell("outils-s", "Arrosoir en zinc", "Zinc watering can", 3_800);
  }

  private static void sell(String category, String french, String english, long cents) {
    SHOP.live(market, goods(category, french, english, variant(sku(), cents, 4)));
  }

  private static ListingQuery words(String words) {
    return new ListingQuery(words, null, market.slug(), null, null, null, null, null);
  }

  private static Facets facetsOf(ListingQuery query) {
    return SEARCH.facets(query, SEARCH.find(query, Paging.first()));
  }

  private static List<String> titles(ListingQuery query) {
    return SEARCH.find(query, Paging.first()).page().items().stream()
        .map(card -> card.title().in("fr"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "framboise, Confiture de framboises",
    "FRAMBOISES, Confiture de framboises",
    "raspberries, Confiture de framboises",
    "creme chataigne, Crème de châtaignes",
    "l'orange, Chocolats noirs à l’orange",
    "chocol, Chocolats noirs à l’orange",
    "secateur, Sécateur forgé",
    "watering cans, Arrosoir en zinc"
  })
  void wordsAreFoundInBothLanguagesWhateverAccentsAndEndings(String typed, String title) {
    assertThat(titles(words(typed))).containsExactly(title);
  }

  @ParameterizedTest
  @ValueSource(strings = {"œillet", "oeillets", "l'œillet", "l’œillet", "« lot de trois »"})
  void whatPrintersSetIsReadAsIfItWereTyped(String typed) {
    VendorScope chemist = SHOP.trustedVendor("Droguerie " + sku());
    SHOP.live(
        chemist,
        goods(
            "outils-s",
            "Savon à l’œillet – « lot\u00a0de trois »",
            "Pink",
            variant(sku(), 900, 4)));

    ListingQuery query =
        new ListingQuery(typed, null, chemist.slug(), null, null, null, null, null);

    assertThat(titles(query)).hasSize(1);
  }

  @Test
  void aPriceIsLookedForAsItIsShown() {
    VendorScope weaver = SHOP.trustedVendor("Tisserande");
    SHOP.live(weaver, goods("outils-s", "Plaid", "Plaid", plaid("S", 2_000), plaid("L", 9_000)));

    assertThat(titles(between(weaver, 1_500, 2_500))).containsExactly("Plaid");
    assertThat(titles(between(weaver, 3_000, 8_000))).as("nothing costs that").isEmpty();
    assertThat(titles(between(weaver, 8_000, 9_500))).as("the list says from 20.00").isEmpty();
  }

  private static VariantInput plaid(String size, long cents) {
    return new VariantInput(
        sku(), Map.of("taille", size), new PriceInput(cents, "EUR"), 4, "new", 1, 500, null, null);
  }

  private static ListingQuery between(VendorScope vendor, long least, long most) {
    return new ListingQuery(null, null, vendor.slug(), least, most, null, null, null);
  }

  @ParameterizedTest
  @CsvSource({"arosoir, Arrosoir en zinc", "framboize, Confiture de framboises"})
  void typingErrorsAreForgiven(String typed, String title) {
    Results results = SEARCH.find(words(typed), Paging.first());

    assertThat(results.guessed()).isTrue();
    assertThat(results.page().items().get(0).title().in("fr")).isEqualTo(title);
  }

  @Test
  void titlesWeighMoreThanCategoriesAndMinusLeavesOut() {
    assertThat(titles(words("confiture")).get(0)).isEqualTo("Confiture de framboises");
    assertThat(titles(words("confitures -framboises"))).containsExactly("Crème de châtaignes");
    assertThat(titles(words("\"crème de châtaignes\""))).containsExactly("Crème de châtaignes");
  }

  @Test
  void filtersNarrowAndSortsOrder() {
    ListingQuery groceries =
        new ListingQuery(
            null, "epicerie-s", market.slug(), 700L, 1_500L, "new", "goods", "price-desc");

    assertThat(titles(groceries))
        .containsExactly("Chocolats noirs à l’orange", "Crème de châtaignes");
    assertThat(titles(new ListingQuery(null, "nowhere", null, null, null, null, null, null)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"newest", "price-asc", "price-desc", "relevance"})
  void pagesFollowEachOtherWithoutGapOrRepetition(String sort) {
    ListingQuery query = new ListingQuery("e", null, market.slug(), null, null, null, null, sort);
    ListingQuery all = new ListingQuery(null, null, market.slug(), null, null, null, null, sort);
    for (ListingQuery one : List.of(all, query)) {
      List<Object> seen = new ArrayList<>();
      String cursor = null;
      do {
        var page = SEARCH.find(one, Paging.of(2, cursor)).page();
        page.items().forEach(card -> seen.add(card.id()));
        cursor = page.next();
      } while (cursor != null);

      assertThat(seen).doesNotHaveDuplicates();
      assertThat(seen.size())
          .isEqualTo(SEARCH.find(one, Paging.of(100, null)).page().items().size());
    }
  }

  @Test
  void facetsCountWhatEachStepWouldLeave() {
    Facets facets =
        facetsOf(new ListingQuery(null, null, market.slug(), null, null, null, null, null));

    assertThat(facets.hits()).isEqualTo(5);
    assertThat(facets.categories())
        .extracting(Facets.Facet::value, Facets.Facet::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("epicerie-s", 3L),
            org.assertj.core.groups.Tuple.tuple("outils-s", 2L));
    assertThat(facets.prices())
        .extracting(Facets.Facet::value)
        .containsExactly("0-999", "1000-2499", "2500-4999");
    assertThat(facets.vendors()).extracting(Facets.Facet::count).containsExactly(5L);
    assertThat(facets.conditions()).extracting(Facets.Facet::value).containsExactly("new");
  }

  @Test
  void pricesAreLookedForInACurrencyAndCountedInTheMostFrequent() {
    VendorScope abroad = SHOP.trustedVendor("Kyoto Papier");
    SHOP.live(abroad, goods("outils-s", "Papier washi", "Washi paper", priced(1_200, "JPY")));
    SHOP.live(abroad, goods("outils-s", "Pinceau", "Brush", priced(3_000, "JPY")));
    SHOP.live(abroad, goods("outils-s", "Encre", "Ink", priced(1_200, "EUR")));

    Facets facets = facetsOf(sold(abroad, null, null));

    assertThat(facets.currencies())
        .extracting(Facets.Facet::value, Facets.Facet::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("JPY", 2L),
            org.assertj.core.groups.Tuple.tuple("EUR", 1L));
    assertThat(facets.prices())
        .extracting(Facets.Facet::value)
        .containsExactly("1000-2499", "2500-4999");
    assertThat(titles(sold(abroad, 1_500L, "JPY"))).containsExactly("Papier washi");
    assertThat(titles(sold(abroad, 1_500L, "EUR"))).containsExactly("Encre");
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> titles(sold(abroad, null, "euros")))
        .satisfies(
            refused -> assertThat(refused.violations().get(0).field()).isEqualTo("currency"));
  }

  private static ListingQuery sold(VendorScope by, Long most, String currency) {
    return new ListingQuery(
        null, null, by.slug(), null, most, null, null, Map.of(), currency, "price-asc");
  }

  private static VariantInput priced(long minor, String currency) {
    return new VariantInput(
        sku(), Map.of(), new PriceInput(minor, currency), 4, "new", 1, 500, null, null);
  }

  @Test
  void aPageOfHitsIsOneTripAndItsFacetsAnother() {
    SHOP.categories.tree();
    ListingQuery query = words("confiture");

    assertThat(RoundTrips.of(() -> SEARCH.find(query, Paging.first()))).isEqualTo(1);
    Results zinc = SEARCH.find(words("zinc"), Paging.first());
    assertThat(RoundTrips.of(() -> SEARCH.facets(words("zinc"), zinc))).isEqualTo(1);
    assertThat(RoundTrips.of(() -> SEARCH.facets(words("zinc"), zinc)))
        .as("kept for some seconds")
        .isZero();
  }

  @Test
  void whatASuspendedVendorOfferedTakesNobodysPlace() {
    VendorScope cheap = SHOP.trustedVendor("Le Moins Cher");
    VendorScope dear = SHOP.trustedVendor("Le Plus Cher");
    for (VendorScope seller : List.of(cheap, dear)) {
      long cents = seller == cheap ? 1_000 : 1_200;
      SHOP.live(
          seller,
          goods(
              "outils-s",
              "Sarcloir biface",
              "Two-sided hoe",
              variant(sku(), cents, 4, "5901234123457")));
    }
    ListingQuery hoes = new ListingQuery("sarcloir", null, null, null, null, null, null, null);
    assertThat(sellers(hoes)).containsExactly(cheap.slug());

    SHOP.real.inTransaction(
        () ->
            SHOP.real
                .database()
                .update("update vendor set status = 'SUSPENDED' where id = ?", cheap.vendorId()));

    assertThat(sellers(hoes)).containsExactly(dear.slug());
  }

  private static List<String> sellers(ListingQuery query) {
    return SEARCH.find(query, Paging.first()).page().items().stream()
        .map(card -> card.vendor().slug())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; drop table listing; --",
        "a & | ! ( ) : * <-> \\",
        "\u0000\u0001",
        "\ud800",
        "\"unbalanced",
        "%_%",
        "-",
        "de la",
        "Ω≈ç√∫˜µ≤≥÷",
        "👾 🙇 💁"
      })
  void whateverIsTypedIsOnlyEverLookedFor(String typed) {
    assertThatCode(() -> SEARCH.find(words(typed), Paging.first())).doesNotThrowAnyException();
    assertThatCode(() -> facetsOf(words(typed))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "RVhBQ1Q", "RVhBQ1Qfbm90YW51bWJlch9ub3RhbmlkCg"})
  void aCursorOfAnotherListIsRefused(String cursor) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> SEARCH.find(ListingQuery.ALL, new Paging(2, cursor)));
  }
}
