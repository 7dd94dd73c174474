package org.halles.hostile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.spi.CartContribution;
import org.halles.spi.CheckoutCheck;
import org.halles.spi.CheckoutFacts;

/** What would like to come between a buyer and the checkout. */
public final class HostilePurchases {

  private HostilePurchases() {}

  /** Throws whenever somebody pays, in words that no database takes. */
  @ApplicationScoped
  public static class Throwing implements CheckoutCheck {
    @Override
    public String id() {
      return "hostile-throwing";
    }

    @Override
    public Opinion look(CheckoutFacts purchase) {
      throw new IllegalStateException("nobody\u0000 shall buy \ud83d");
    }
  }

  /** Suspects everybody beyond measure. */
  @ApplicationScoped
  public static class Absurd implements CheckoutCheck {
    @Override
    public String id() {
      return "hostile-absurd";
    }

    @Override
    public Opinion look(CheckoutFacts purchase) {
      return new Opinion(1_000, true, List.of(Map.of("fr", "", "en", "")));
    }
  }

  /** Asks for ten times what the buyer came for. */
  @ApplicationScoped
  public static class Greedy implements CartContribution {
    @Override
    public String id() {
      return "hostile-greedy";
    }

    @Override
    public Optional<Offer> offer(Basket basket) {
      Map<String, String> title = Map.of("fr", "Encore", "en", "More");
      return Optional.of(new Offer("hostile", basket.total().times(10), title, Map.of()));
    }
  }

  /** Has no opinion at all. */
  @ApplicationScoped
  public static class AnsweringNull implements CheckoutCheck {
    @Override
    public String id() {
      return "hostile-null";
    }

    @Override
    public Opinion look(CheckoutFacts purchase) {
      return null;
    }
  }

  /** Thinks for longer than anybody waits. */
  @ApplicationScoped
  public static class Slow implements CheckoutCheck {
    @Override
    public String id() {
      return "hostile-slow";
    }

    @Override
    public Opinion look(CheckoutFacts purchase) {
      try {
        Thread.sleep(3_000);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
      return Opinion.CLEAR;
    }
  }

  /** Suspects in words that no database takes. */
  @ApplicationScoped
  public static class Unwritable implements CheckoutCheck {
    @Override
    public String id() {
      return "hostile-unwritable";
    }

    @Override
    public Opinion look(CheckoutFacts purchase) {
      return new Opinion(90, true, List.of(Map.of("fr", "non\u0000", "en", "no\u0000")));
    }
  }

  /** Offers something long after the cart was shown. */
  @ApplicationScoped
  public static class Late implements CartContribution {
    @Override
    public String id() {
      return "hostile-late";
    }

    @Override
    public Optional<Offer> offer(Basket basket) {
      try {
        Thread.sleep(3_000);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
      Map<String, String> title = Map.of("fr", "Trop tard", "en", "Too late");
      return Optional.of(new Offer("hostile", basket.total(), title, Map.of()));
    }
  }

  /** Throws whenever a cart is shown. */
  @ApplicationScoped
  public static class Refusing implements CartContribution {
    @Override
    public String id() {
      return "hostile-refusing";
    }

    @Override
    public Optional<Offer> offer(Basket basket) {
      throw new IllegalStateException("nothing for others");
    }
  }
}
