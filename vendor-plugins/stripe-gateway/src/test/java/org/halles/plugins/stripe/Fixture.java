package org.halles.plugins.stripe;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway.ChargeRequest;
import org.halles.spi.PaymentGateway.RefundRequest;

/** A gateway, its memory in a real PostgreSQL, and a fake Stripe at the other end. */
final class Fixture {

  static final Money PRICE = Money.of(12_345, "EUR");

  private static final EmbeddedPostgres SERVER = start();

  final FakeStripe stripe = new FakeStripe();
  final Clock late = Clock.fixed(Instant.now().plus(Duration.ofMinutes(4)), ZoneId.of("UTC"));

  StripeGateway gateway() {
    return at(Clock.systemUTC());
  }

  /** The same gateway as it is minutes later: the memory is the same. */
  StripeGateway later() {
    return at(Clock.fixed(late.instant(), ZoneOffset.UTC));
  }

  StripeGateway at(Clock clock) {
    return new StripeGateway(settings(stripe.base()), SERVER::getPostgresDatabase, clock);
  }

  static Settings settings(String base) {
    return new Settings(
        "sk_test_fake",
        FakeStripe.SECRET,
        base,
        List.of(CurrencyCode.of("EUR")),
        "https://market.test");
  }

  static String key() {
    return UUID.randomUUID().toString();
  }

  static ChargeRequest charge(String key, String token) {
    return charge(key, token, PRICE);
  }

  static ChargeRequest charge(String key, String token, Money amount) {
    return new ChargeRequest(key, amount, token, "H-1", "/fr/orders/H-1", Map.of());
  }

  static RefundRequest refund(String key, String chargeKey, long minor) {
    return new RefundRequest(key, chargeKey, Money.of(minor, "EUR"), "R-1");
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          .setPGStartupWait(Duration.ofSeconds(60))
          .setServerConfig("max_connections", "60")
          .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
