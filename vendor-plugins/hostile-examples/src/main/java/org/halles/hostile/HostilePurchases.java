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

  /** Throws whenever somebody pays. */
  @ApplicationScoped
  public static class Throwing implements CheckoutCheck {
    @Override
    public String id() {
      return "hostile-throwing";
    }

    @Override
    public Opinion look(CheckoutFacts purchase) {
      throw new IllegalStateException("nobody shall buy");
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
}
