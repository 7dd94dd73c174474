package org.halles.plugins.checks;

import static org.halles.plugins.checks.ListingsForTests.titled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.halles.spi.ListingCheck;
import org.halles.spi.ListingFacts;
import org.halles.testkit.ListingCheckContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BannedWordsTest extends ListingCheckContract {

  private static final ListingCheck LISTED =
      new BannedWords()
          .with(ListingsForTests.banning("# list\nass\ncunt\ncocaïne\ncontrefaçon*\narme à feu"));

  @Override
  protected ListingCheck subject() {
    return new BannedWords();
  }

  @Override
  protected List<ListingFacts> listings() {
    List<ListingFacts> listings = new ArrayList<>(super.listings());
    listings.add(titled("Cocaïne"));
    return listings;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cocaïne",
        "COCAINE",
        "c0ca1ne",
        "C0C@ÏNE",
        "c.o.c.a.i.n.e",
        "c o c a i n e",
        "contrefaçons",
        "Contrefacteur ? non, contrefaçon.",
        "une ARME   à feu",
        "4rme à feu"
      })
  void a_banned_word_is_found_whatever_it_wears(String title) {
    assertTrue(!LISTED.check(titled(title)).isEmpty(), title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Carte de Scunthorpe",
        "Assiette creuse",
        "Classe de mer",
        "Cocktail à la cocaïnomane",
        "Feu de camp, arme de poing en bois",
        "Lot de 45 5 7",
        "A S S orti en 3 pièces de bois"
      })
  void words_that_only_contain_one_are_left_in_peace(String title) {
    assertEquals(List.of(), LISTED.check(titled(title)), title);
  }
}
