package org.halles.plugins.roundup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.halles.spi.CartContribution;
import org.halles.spi.Configurable;
import org.halles.spi.Money;

/**
 * {@code mutual-aid-roundup}: offers to round the total up for a fund. Until the operator has said
 * for which, nothing is offered.
 */
@ApplicationScoped
public class RoundUp implements CartContribution, Configurable<Fund> {

  private final Fund fund;

  /** As the server makes it: nothing is offered. */
  public RoundUp() {
    this(null);
  }

  private RoundUp(Fund fund) {
    this.fund = fund;
  }

  @Override
  public String id() {
    return "mutual-aid-roundup";
  }

  @Override
  public Class<Fund> configurationType() {
    return Fund.class;
  }

  @Override
  public RoundUp with(Fund configuration) {
    return new RoundUp(configuration);
  }

  @Override
  public Optional<Offer> offer(Basket basket) {
    if (fund == null || !fund.step().currency().equals(basket.total().currency())) {
      return Optional.empty();
    }
    return Optional.of(missingTo(basket.total(), fund.step()))
        .filter(amount -> amount.compareTo(basket.total()) <= 0)
        .map(
            amount ->
                new Offer(
                    fund.party(),
                    amount,
                    Map.of(
                        "fr", "Arrondir pour " + fund.name(),
                        "en", "Round up for " + fund.name()),
                    Map.of("fr", fund.purposeFr(), "en", fund.purposeEn())));
  }

  /** What is missing to the next multiple; a whole step where the total is one already. */
  private static Money missingTo(Money total, Money step) {
    return Money.of(step.minor() - total.minor() % step.minor(), total.currency());
  }
}
