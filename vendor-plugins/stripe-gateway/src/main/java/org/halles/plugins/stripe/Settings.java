package org.halles.plugins.stripe;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.halles.spi.CurrencyCode;

/**
 * How this marketplace reaches Stripe.
 *
 * @param secretKey of the platform's account; empty: the gateway is off
 * @param webhookSecret what Stripe signs its messages with; empty: none is believed
 * @param apiBase another address than Stripe's own, for tests; empty otherwise
 * @param currencies those the account settles in, so that fees come in the currency of the charge
 * @param publicUrl where buyers reach the marketplace, without a slash at its end
 */
record Settings(
    String secretKey,
    String webhookSecret,
    String apiBase,
    List<CurrencyCode> currencies,
    String publicUrl) {

  Settings {
    currencies = List.copyOf(currencies);
  }

  static Settings of(Map<String, String> environment) {
    return new Settings(
        environment.getOrDefault("HALLES_STRIPE_SECRET_KEY", ""),
        environment.getOrDefault("HALLES_STRIPE_WEBHOOK_SECRET", ""),
        environment.getOrDefault("HALLES_STRIPE_API_BASE", ""),
        currencies(environment.getOrDefault("HALLES_STRIPE_CURRENCIES", "EUR")),
        environment.getOrDefault("HALLES_URL", "http://127.0.0.1:8080").replaceAll("/+$", ""));
  }

  /** What is typed in the console; what is left out is as the environment says. */
  Settings with(Keys keys) {
    return new Settings(
        keys.secretKey() == null ? secretKey : keys.secretKey().value(),
        keys.webhookSecret() == null ? webhookSecret : keys.webhookSecret().value(),
        apiBase,
        keys.currencies() == null || keys.currencies().isEmpty()
            ? currencies
            : keys.currencies().stream().map(code -> CurrencyCode.of(code.strip())).toList(),
        publicUrl);
  }

  boolean complete() {
    return !secretKey.isBlank() && !webhookSecret.isBlank();
  }

  /** An address of this marketplace that Stripe can send a buyer to. */
  String absolute(String url) {
    return url.startsWith("/") ? publicUrl + url : url;
  }

  private static List<CurrencyCode> currencies(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(code -> !code.isEmpty())
        .map(CurrencyCode::of)
        .toList();
  }
}
