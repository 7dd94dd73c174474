package org.halles.marketplace.tax;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.halles.marketplace.plugin.Answer;
import org.halles.marketplace.plugin.Conversation;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.TaxRules.Supply;
import org.halles.spi.TaxRules.TaxRate;

/** The taxes of one quote: each distinct supply is asked about once. */
public final class Taxes {

  private final Conversation plugins;
  private final Map<Supply, Answer<Optional<TaxRate>>> known = new HashMap<>();

  public Taxes(Conversation plugins) {
    this.plugins = plugins;
  }

  /**
   * The tax on a supply; empty if it bears none, or no installed rules know the place.
   *
   * @throws TaxUnavailable if the rules failed
   */
  public Optional<TaxRate> on(Supply supply) {
    Answer<Optional<TaxRate>> answer = known.computeIfAbsent(supply, plugins::tax);
    if (answer.failed()) {
      throw new TaxUnavailable();
    }
    return answer.value();
  }

  /** The tax on an amount: contained in it, or to be added to it; rounded once. */
  public static Money amount(Money price, TaxRate tax) {
    Rate rate = tax.rate();
    return tax.includedInPrice()
        ? price.times(
            Rate.of(rate.numerator(), Math.addExact(rate.numerator(), rate.denominator())))
        : price.times(rate);
  }
}
