package org.halles.testkit;

import static org.halles.testkit.Promise.check;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.halles.spi.CheckoutCheck;
import org.halles.spi.CheckoutCheck.Opinion;
import org.halles.spi.CheckoutFacts;
import org.halles.spi.CheckoutFacts.History;
import org.halles.spi.CheckoutFacts.Line;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** What Halles relies on in every {@link CheckoutCheck}. Extend it and hand it yours. */
public abstract class CheckoutCheckContract {

  private static final Instant NOON = Instant.parse("2026-06-15T10:00:00Z");

  /** The check, as the server would make it and configure it. */
  protected abstract CheckoutCheck subject();

  /** Purchases to try it on: small and large, of strangers and of regular buyers, day and night. */
  protected List<CheckoutFacts> purchases() {
    Random random = new Random(20_260_616L);
    List<CheckoutFacts> purchases = new ArrayList<>();
    for (String currency : List.of("EUR", "JPY", "KWD")) {
      for (int i = 0; i < 60; i++) {
        purchases.add(purchase(currency, i, random));
      }
    }
    return purchases;
  }

  /** How long one answer may take. */
  protected Duration budget() {
    return Duration.ofMillis(250);
  }

  @Test
  void a_score_is_between_0_and_100() {
    for (CheckoutFacts purchase : purchases()) {
      int score = opinion(purchase).score();
      check(
          score >= 0 && score <= 100,
          "it scored %d: a score is between 0 and 100 (%s)",
          score,
          purchase);
    }
  }

  @Test
  void who_holds_a_purchase_says_why_in_both_languages() {
    for (CheckoutFacts purchase : purchases()) {
      Opinion opinion = opinion(purchase);
      check(
          !opinion.hold() || !opinion.reasons().isEmpty(),
          "it held a purchase without a reason: an operator must decide by it (%s)",
          purchase);
      for (Map<String, String> reason : opinion.reasons()) {
        for (String language : List.of("fr", "en")) {
          String text = reason.getOrDefault(language, "");
          check(
              !text.isBlank() && text.length() <= 300,
              "a reason in '%s' is '%s': 1 to 300 characters are needed",
              language,
              text);
        }
      }
    }
  }

  @Test
  void the_order_of_the_lines_does_not_matter() {
    for (CheckoutFacts purchase : purchases()) {
      List<Line> backwards = new ArrayList<>(purchase.lines());
      Collections.reverse(backwards);
      Opinion turned = opinion(with(purchase, backwards));
      check(
          turned.equals(opinion(purchase)),
          "it thought otherwise when the same lines came in another order: %s",
          purchase);
    }
  }

  @Test
  void the_same_purchase_gets_the_same_opinion_every_time_and_on_any_thread() {
    CheckoutCheck subject = asked();
    List<Opinion> alone = purchases().stream().map(subject::look).toList();
    Callable<List<Opinion>> again = () -> purchases().stream().map(subject::look).toList();
    Together.all(Collections.nCopies(4, again))
        .forEach(
            answers ->
                check(
                    answers.equals(alone),
                    "it thought otherwise when several threads asked: keep no state, no clock"));
  }

  @Test
  void it_answers_within_the_time_budget() {
    CheckoutCheck subject = asked();
    purchases()
        .forEach(purchase -> Together.within(budget(), subject.id(), () -> subject.look(purchase)));
  }

  private Opinion opinion(CheckoutFacts purchase) {
    Opinion opinion = asked().look(purchase);
    check(
        opinion != null,
        "%s answered null for %s: answer Opinion.CLEAR if there is nothing to say",
        asked().id(),
        purchase);
    return opinion;
  }

  private static CheckoutFacts purchase(String currency, int i, Random random) {
    List<Line> lines = new ArrayList<>();
    for (int n = 0; n <= i % 4; n++) {
      Money total = Money.of(random.nextInt(i % 5 == 0 ? 2_000_000 : 20_000), currency);
      lines.add(new Line("v-" + n % 2, n % 3 == 2 ? "digital" : "goods", 1 + n, total));
    }
    Instant at = NOON.plus(Duration.ofHours(i));
    return new CheckoutFacts(
        Money.sum(lines.get(0).total().currency(), lines.stream().map(Line::total).toList()),
        lines,
        List.of("FR", "DE", "US", "RE").get(i % 4),
        "69001",
        i % 7 == 0 ? "mailinator.com" : "example.org",
        i % 2 == 0,
        "sandbox",
        i % 3 == 0 ? History.NONE : new History(i % 6, i % 2, i % 9, i % 4, NOON),
        at,
        LocalDateTime.ofInstant(at, ZoneOffset.UTC));
  }

  private static CheckoutFacts with(CheckoutFacts purchase, List<Line> lines) {
    return new CheckoutFacts(
        purchase.total(),
        lines,
        purchase.country(),
        purchase.postalCode(),
        purchase.emailDomain(),
        purchase.guest(),
        purchase.gateway(),
        purchase.history(),
        purchase.at(),
        purchase.businessDay());
  }

  /** The same, with a limit for every call. */
  private CheckoutCheck asked() {
    return Bounded.of(this, CheckoutCheck.class, subject(), budget());
  }
}
