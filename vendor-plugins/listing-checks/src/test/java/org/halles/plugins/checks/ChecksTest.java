package org.halles.plugins.checks;

import static org.halles.plugins.checks.ListingsForTests.like;
import static org.halles.plugins.checks.ListingsForTests.priced;
import static org.halles.plugins.checks.ListingsForTests.titled;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.halles.spi.Configurable;
import org.halles.spi.ListingCheck;
import org.halles.spi.ListingFacts;
import org.halles.spi.ListingFacts.CategoryPrices;
import org.halles.spi.ListingFacts.Similar;
import org.halles.spi.Money;
import org.halles.testkit.ConfigurableContract;
import org.halles.testkit.ListingCheckContract;
import org.halles.testkit.PluginJarContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChecksTest extends PluginJarContract {

  @Override
  protected Class<?> plugin() {
    return MissingData.class;
  }

  @Nested
  class Missing extends ListingCheckContract {
    @Override
    protected ListingCheck subject() {
      return new MissingData();
    }

    @Test
    void a_complete_listing_misses_nothing() {
      assertEquals(List.of(), subject().check(titled("Bol")));
    }
  }

  @Nested
  class Prices extends ListingCheckContract {

    private final CategoryPrices bowls = prices(1_500, 2_000, 2_500);

    @Override
    protected ListingCheck subject() {
      return new PriceOutlier();
    }

    @Override
    protected List<ListingFacts> listings() {
      return List.of(priced(50_000, bowls), priced(2_000, bowls), priced(1, null));
    }

    @Test
    void the_fences_are_as_far_above_the_median_as_below_by_ratio() {
      // upper fence 2500 + 3 × 1000 = 5500, lower 2000² / 5500 = 727
      for (long usual : new long[] {728, 2_000, 5_500}) {
        assertEquals(0, subject().check(priced(usual, bowls)).size(), usual + "");
      }
      for (long unusual : new long[] {1, 727, 5_501, 1_000_000}) {
        assertEquals(1, subject().check(priced(unusual, bowls)).size(), unusual + "");
      }
    }

    @Test
    void equal_prices_do_not_make_the_next_cent_an_outlier() {
      assertEquals(0, subject().check(priced(2_100, prices(2_000, 2_000, 2_000))).size());
    }

    @Test
    void too_few_offers_tell_nothing() {
      CategoryPrices few = new CategoryPrices(7, bowls.lower(), bowls.median(), bowls.upper());
      assertEquals(0, subject().check(priced(1, few)).size());
    }

    private CategoryPrices prices(long lower, long median, long upper) {
      return new CategoryPrices(40, eur(lower), eur(median), eur(upper));
    }

    private Money eur(long cents) {
      return Money.of(cents, "EUR");
    }
  }

  @Nested
  class Twins extends ListingCheckContract {

    private static final String STORY =
        "Ce bol est tourné à la main dans notre atelier du Layon puis émaillé au cendre de hêtre";

    @Override
    protected ListingCheck subject() {
      return new Duplicates();
    }

    @Test
    void a_text_with_one_word_changed_is_found_and_another_is_not() {
      Similar copy = twin("Bol " + STORY.replace("hêtre", "chêne"), "other");
      Similar other =
          twin("Bol Une lampe de bureau orientable, laiton brossé, douille E27", "other");

      assertEquals(1, subject().check(like(STORY, copy, other)).size());
      assertEquals(
          0,
          new Duplicates()
              .with(new Limits(null, null, null, null, 99, null))
              .check(like(STORY, copy, other))
              .size());
    }

    @Test
    void the_same_picture_is_found_by_its_content() {
      assertEquals(
          List.of("images"),
          subject().check(like("court", twin("autre chose", "hash"))).stream()
              .map(ListingCheck.Finding::field)
              .toList());
    }

    private Similar twin(String text, String picture) {
      return new Similar("other", false, "Autre", text, List.of(picture));
    }
  }

  @Nested
  class Restricted extends ListingCheckContract {
    @Override
    protected ListingCheck subject() {
      return new RestrictedCategories()
          .with(new Limits(null, null, null, null, null, "# remark\nhome"));
    }

    @Test
    void nothing_is_restricted_until_the_operator_says_so() {
      assertEquals(List.of(), new RestrictedCategories().check(titled("Bol")));
    }
  }

  @Nested
  class Form extends ConfigurableContract<Limits> {
    @Override
    protected Configurable<Limits> extension() {
      return new BannedWords();
    }

    @Override
    protected List<Limits> configurations() {
      return List.of(new Limits(null, null, null, null, null, null), ListingsForTests.banning("#"));
    }

    @Test
    void what_is_left_out_holds_as_usual() {
      assertEquals(Limits.USUAL, new Limits(null, null, null, null, null, "# alcohol\n# knives"));
      assertEquals(List.of(), ListingsForTests.banning("#").words());
    }
  }
}
