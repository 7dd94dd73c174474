package org.halles.marketplace.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.halles.marketplace.pricing.Pricing;
import org.halles.marketplace.pricing.Quote;

/** Quotes that a test prepared, for tests of what comes after pricing. */
@ApplicationScoped
public class PreparedQuotes extends Pricing {

  private static final Map<UUID, Quote> QUOTES = new ConcurrentHashMap<>();

  public static void prepare(Quote quote) {
    QUOTES.put(quote.cartId(), quote);
  }

  @Override
  public Quote quote(UUID cartId) {
    return QUOTES.get(cartId);
  }
}
