package org.halles.plugins.checks;

import java.util.List;
import java.util.Map;
import org.halles.spi.ListingFacts;
import org.halles.spi.ListingFacts.CategoryPrices;
import org.halles.spi.ListingFacts.Image;
import org.halles.spi.ListingFacts.Similar;
import org.halles.spi.ListingFacts.Variant;
import org.halles.spi.Money;

/** Listings as tests speak of them. */
final class ListingsForTests {

  private ListingsForTests() {}

  static ListingFacts titled(String title) {
    return facts(title, "Un texte assez long pour ne manquer à personne.", 2_000, null, List.of());
  }

  static ListingFacts priced(long cents, CategoryPrices prices) {
    return facts(
        "Bol", "Un texte assez long pour ne manquer à personne.", cents, prices, List.of());
  }

  static ListingFacts like(String text, Similar... similar) {
    return facts("Bol", text, 2_000, null, List.of(similar));
  }

  private static ListingFacts facts(
      String title, String text, long cents, CategoryPrices prices, List<Similar> similar) {
    return new ListingFacts(
        "listing",
        "vendor",
        List.of(),
        "goods",
        Map.of("fr", title, "en", title),
        Map.of("fr", text),
        List.of("home", "tableware"),
        Map.of(),
        List.of(new Variant("S", Map.of(), Money.of(cents, "EUR"), "new", null)),
        List.of(new Image("hash", Map.of("fr", "Un bol"))),
        prices,
        similar);
  }

  /** Under these words, and otherwise as usual. */
  static Limits banning(String words) {
    return new Limits(null, null, null, words, null, null);
  }
}
