package org.halles.testkit;

import static org.halles.testkit.Promise.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.halles.spi.CartContribution;
import org.halles.spi.CartContribution.Basket;
import org.halles.spi.CartContribution.Offer;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** What Halles relies on in every {@link CartContribution}. Extend it and hand it yours. */
public abstract class CartContributionContract {

  private static final Instant NOW = Instant.parse("2026-06-15T10:00:00Z");

  /** The offer, as the server would make it and configure it. */
  protected abstract CartContribution contribution();

  /** Baskets to try it on: from one cent to millions, in three currencies. */
  protected List<Basket> baskets() {
    Random random = new Random(20_260_615L);
    List<Basket> baskets = new ArrayList<>();
    for (String currency : List.of("EUR", "JPY", "KWD")) {
      for (long minor : new long[] {1, 99, 100, 101, 2_000, 123_456_789}) {
        baskets.add(new Basket(Money.of(minor, currency), "FR", 1, NOW));
      }
      for (int i = 0; i < 40; i++) {
        Money total = Money.of(1 + random.nextInt(100_000), currency);
        baskets.add(new Basket(total, i % 4 == 0 ? null : "FR", 1 + i % 3, NOW));
      }
    }
    return baskets;
  }

  /** How long one answer may take. */
  protected Duration budget() {
    return Duration.ofMillis(250);
  }

  @Test
  void it_offers_something_for_some_basket() {
    check(
        baskets().stream().anyMatch(basket -> offer(basket).isPresent()),
        "%s offers nothing for any of %d baskets: override baskets() with some it is meant for",
        asked().id(),
        baskets().size());
  }

  @Test
  void what_it_asks_is_above_zero_and_never_more_than_the_basket() {
    for (Basket basket : baskets()) {
      offer(basket)
          .ifPresent(
              offer -> {
                check(
                    offer.amount() != null
                        && offer.amount().currency().equals(basket.total().currency()),
                    "it asks %s for a basket of %s: ask in the basket's currency",
                    offer.amount(),
                    basket.total());
                check(
                    offer.amount().isPositive() && offer.amount().compareTo(basket.total()) <= 0,
                    "it asks %s for a basket of %s: ask more than zero, and no more than that",
                    offer.amount(),
                    basket.total());
              });
    }
  }

  @Test
  void it_says_whose_it_is_and_what_the_buyer_ticks() {
    for (Basket basket : baskets()) {
      offer(basket)
          .ifPresent(
              offer -> {
                check(
                    offer.party() != null && offer.party().matches("[a-z0-9][a-z0-9-]{0,59}"),
                    "its party is '%s': use lower-case letters, digits and hyphens",
                    offer.party());
                for (String language : List.of("fr", "en")) {
                  String title = offer.title().getOrDefault(language, "");
                  check(
                      !title.isBlank() && title.length() <= 100,
                      "its title in '%s' is '%s': 1 to 100 characters are needed",
                      language,
                      title);
                }
              });
    }
  }

  @Test
  void the_same_basket_gets_the_same_offer_every_time_and_on_any_thread() {
    CartContribution contribution = asked();
    List<Optional<Offer>> alone = baskets().stream().map(contribution::offer).toList();
    Callable<List<Optional<Offer>>> again =
        () -> baskets().stream().map(contribution::offer).toList();
    Together.all(Collections.nCopies(4, again))
        .forEach(
            answers ->
                check(
                    answers.equals(alone),
                    "it offered other amounts when several threads asked: keep no state"));
  }

  @Test
  void it_answers_within_the_time_budget() {
    CartContribution contribution = asked();
    baskets()
        .forEach(
            basket ->
                Together.within(budget(), contribution.id(), () -> contribution.offer(basket)));
  }

  private Optional<Offer> offer(Basket basket) {
    Optional<Offer> offer = asked().offer(basket);
    check(
        offer != null,
        "%s answered null for %s: answer Optional.empty() if there is nothing to offer",
        asked().id(),
        basket);
    return offer;
  }

  /** The same, with a limit for every call. */
  private CartContribution asked() {
    return Bounded.of(this, CartContribution.class, contribution(), budget());
  }
}
