package org.halles.plugins.stripe;

import java.util.ArrayList;
import java.util.List;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Secret;
import org.halles.spi.Setting;

/**
 * What an operator types to use an account at Stripe; what is left out is taken from the
 * environment.
 *
 * @param secretKey of the platform's account
 * @param webhookSecret what Stripe signs its messages with
 * @param currencies those the account settles in
 */
public record Keys(
    @Setting(
            fr = "Clé secrète",
            en = "Secret key",
            helpFr = "Stripe, Développeurs, Clés API ; commence par sk_ ou rk_.",
            helpEn = "Stripe, Developers, API keys; begins with sk_ or rk_.",
            pattern = "[sr]k_\\w{8,}",
            longest = 300)
        Secret secretKey,
    @Setting(
            fr = "Secret des webhooks",
            en = "Webhook secret",
            helpFr =
                "De l’adresse /api/v1/webhooks/stripe déclarée chez Stripe ; commence par whsec_.",
            helpEn =
                "Of the address /api/v1/webhooks/stripe declared at Stripe; begins with whsec_.",
            pattern = "whsec_\\S{8,}",
            longest = 300)
        Secret webhookSecret,
    @Setting(
            fr = "Devises",
            en = "Currencies",
            helpFr = "Une par ligne, celles que le compte règle : EUR si rien n’est dit.",
            helpEn = "One a line, those the account settles in: EUR if nothing is said.")
        List<String> currencies) {

  /**
   * @throws IllegalArgumentException naming every currency there is not
   */
  public Keys {
    List<String> unknown = new ArrayList<>();
    for (String code : currencies == null ? List.<String>of() : currencies) {
      try {
        CurrencyCode.of(code.strip());
      } catch (IllegalArgumentException none) {
        unknown.add(code);
      }
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "currencies has " + unknown + ": give codes of ISO 4217 such as EUR");
    }
    currencies = currencies == null ? null : List.copyOf(currencies);
  }
}
