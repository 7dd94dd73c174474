package org.halles.marketplace.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.plugin.Plugins;

/**
 * What a cart costs, and who gets which part of it. Reads first, by a few statements; then asks the
 * plugins and calculates, holding nothing.
 */
@ApplicationScoped
public class Pricing {

  private final CartReading reading;
  private final Plugins plugins;
  private final CurrentCaller caller;
  private final Clock clock;

  @Inject
  Pricing(CartReading reading, Plugins plugins, CurrentCaller caller, Clock clock) {
    this.reading = reading;
    this.plugins = plugins;
    this.caller = caller;
    this.clock = clock;
  }

  protected Pricing() {
    this(null, null, null, null);
  }

  /**
   * The cart for its page: prices, ways to ship, tax, and what changed; no commission.
   *
   * @throws org.halles.marketplace.shared.NotFound if there is no such cart
   */
  @Allowed(Role.ANYONE)
  public PricedCart price(UUID cartId) {
    return price(reading.forPrice(cartId));
  }

  /** The same of facts that were read already. */
  @Allowed(Role.ANYONE)
  public PricedCart price(CartFacts facts) {
    Instant at = clock.instant();
    return plugins.converse(talk -> new CartPrice(facts, talk, at).cart());
  }

  /**
   * The cart for its checkout, with the whole split, to be frozen.
   *
   * @throws org.halles.marketplace.shared.NotFound if there is no such cart
   * @throws CartOfAnother if it is the cart of another account than the caller's
   * @throws NotReady if the cart is empty, has no delivery, or cannot be shipped there
   * @throws NoLongerOnSale if lines cannot be bought any more
   * @throws org.halles.marketplace.tax.TaxUnavailable if the tax rules fail
   */
  @Allowed(Role.ANYONE)
  public Quote quote(UUID cartId) {
    CartFacts facts = reading.forQuote(cartId);
    CartOfAnother.check(facts, caller.get().account());
    NotReady.check(facts);
    NoLongerOnSale.check(facts);
    Instant at = clock.instant();
    UUID account = caller.get().account().orElse(facts.header().accountId());
    return plugins.converse(
        talk -> new Split(facts, talk, at).quote(new CartPrice(facts, talk, at).firm(), account));
  }
}
