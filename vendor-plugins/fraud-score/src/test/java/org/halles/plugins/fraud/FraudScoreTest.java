package org.halles.plugins.fraud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.halles.spi.CheckoutCheck;
import org.halles.spi.CheckoutCheck.Opinion;
import org.halles.spi.CheckoutFacts;
import org.halles.spi.CheckoutFacts.History;
import org.halles.spi.CheckoutFacts.Line;
import org.halles.spi.Configurable;
import org.halles.spi.Money;
import org.halles.testkit.CheckoutCheckContract;
import org.halles.testkit.ConfigurableContract;
import org.halles.testkit.PluginJarContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FraudScoreTest extends CheckoutCheckContract {

  @Override
  protected CheckoutCheck subject() {
    return new FraudScore();
  }

  @Test
  void anOrdinaryPurchaseOfAStrangerGoesThrough() {
    Opinion opinion = look(3_000, "example.org", History.NONE);
    assertEquals(15, opinion.score());
    assertFalse(opinion.hold());
  }

  @Test
  void aDearPurchaseFromAThrowAwayAddressIsHeldAndSaysWhy() {
    Opinion opinion = look(60_000, "mailinator.com", History.NONE);
    assertEquals(80, opinion.score());
    assertTrue(opinion.hold());
    assertEquals(3, opinion.reasons().size());
    assertTrue(opinion.reasons().toString().contains("mailinator.com"), opinion.toString());
  }

  @Test
  void whoHasBoughtOftenIsTrusted() {
    History regular = new History(5, 1, 1, 0, Instant.EPOCH);
    assertFalse(look(60_000, "mailinator.com", regular).hold());
  }

  @Test
  void aGiftCardWeighsAsMuchAsFiles() {
    Money total = Money.of(3_000, "EUR");
    CheckoutFacts card =
        new CheckoutFacts(
            total,
            List.of(new Line("", "gift-card", 1, total)),
            "FR",
            "",
            "example.org",
            true,
            "sandbox",
            History.NONE,
            Instant.EPOCH,
            LocalDateTime.of(2026, 6, 15, 12, 0));

    assertEquals(15 + 15, new FraudScore().look(card).score());
  }

  @Test
  void theLimitIsTheOperators() {
    FraudScore strict = new FraudScore().with(new Limits(10, null, null));
    assertTrue(strict.look(purchase(3_000, "example.org", History.NONE)).hold());
  }

  @Test
  void everythingThatIsWrongWithLimitsIsToldAtOnce() {
    String told =
        assertThrows(IllegalArgumentException.class, () -> new Limits(0, Money.of(-1, "EUR"), null))
            .getMessage();
    assertTrue(told.contains("holdFrom") && told.contains("dear"), told);
  }

  private static Opinion look(long minor, String domain, History history) {
    return new FraudScore().look(purchase(minor, domain, history));
  }

  private static CheckoutFacts purchase(long minor, String domain, History history) {
    Money total = Money.of(minor, "EUR");
    return new CheckoutFacts(
        total,
        List.of(new Line("v-1", "goods", 1, total)),
        "FR",
        "75011",
        domain,
        history.paid() == 0,
        "sandbox",
        history,
        Instant.EPOCH,
        LocalDateTime.of(2026, 6, 15, 12, 0));
  }

  @Nested
  class Form extends ConfigurableContract<Limits> {
    @Override
    protected Configurable<Limits> extension() {
      return new FraudScore();
    }

    @Override
    protected List<Limits> configurations() {
      return List.of(Limits.USUAL, new Limits(1, null, null));
    }
  }

  @Nested
  class Jar extends PluginJarContract {
    @Override
    protected Class<?> plugin() {
      return FraudScore.class;
    }
  }
}
