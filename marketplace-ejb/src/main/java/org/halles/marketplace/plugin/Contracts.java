package org.halles.marketplace.plugin;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.halles.spi.CartContribution;
import org.halles.spi.CheckoutCheck;
import org.halles.spi.CommissionProposal;
import org.halles.spi.CurrencyCode;
import org.halles.spi.ListingCheck;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.ShippingOption;
import org.halles.spi.TaxRules;

/** What answers must satisfy before anybody calculates with them. */
final class Contracts {

  private static final Pattern PARTY = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

  private static final List<String> LANGUAGES = List.of("fr", "en");

  private Contracts() {}

  static void check(Optional<CommissionProposal> answer, CurrencyCode currency) {
    answer.ifPresent(
        proposal -> {
          share("a commission rate", proposal.rate());
          Stream.of(
                  proposal.perUnit(),
                  proposal.perLine(),
                  proposal.perOrder(),
                  proposal.floor(),
                  proposal.cap())
              .forEach(amount -> amount("a commission amount", amount, currency));
          writable("a commission's reason", proposal.reason());
          if (!proposal.reasons().isEmpty()) {
            words("a commission's reason", proposal.reasons(), 500);
          }
        });
  }

  static void check(List<ShippingOption> options, CurrencyCode currency) {
    Set<String> ids = new HashSet<>();
    for (ShippingOption option : options) {
      require(option != null, "a shipping option that is null");
      require(
          option.id() != null && !option.id().isBlank() && option.id().length() <= 100,
          "a shipping option with the id '%s': 1 to 100 characters are needed",
          option.id());
      writable("a shipping option's id", option.id());
      require(ids.add(option.id()), "two shipping options with the id '%s'", option.id());
      require(option.label() != null, "a shipping option without a label");
      writable("a shipping option's label", option.label());
      require(option.price() != null, "a shipping option without a price");
      amount("a shipping price", option.price(), currency);
      require(
          option.minDays() >= 0 && option.maxDays() >= option.minDays(),
          "a delivery of %d to %d days",
          option.minDays(),
          option.maxDays());
    }
  }

  static void check(Optional<TaxRules.TaxRate> answer) {
    answer.ifPresent(
        tax -> {
          require(tax.rate() != null && tax.jurisdiction() != null, "a tax without rate or place");
          share("a tax rate", tax.rate());
          writable("a tax's place", tax.jurisdiction());
          writable("a tax's label", tax.label());
        });
  }

  static void checkFindings(List<ListingCheck.Finding> findings) {
    require(findings.size() <= 100, "%d findings: 100 are plenty", findings.size());
    for (ListingCheck.Finding finding : findings) {
      require(
          finding.severity() != null && finding.field() != null && finding.field().length() <= 200,
          "a finding without severity, or with a field that is missing or too long");
      writable("a finding's field", finding.field());
      words("a finding", finding.message(), 500);
    }
  }

  static void check(Optional<CartContribution.Offer> answer, CartContribution.Basket basket) {
    answer.ifPresent(
        offer -> {
          require(
              offer.party() != null && PARTY.matcher(offer.party()).matches(),
              "a contribution to the party '%s': lower-case letters, digits and hyphens are needed",
              offer.party());
          require(offer.amount() != null, "a contribution without an amount");
          amount("a contribution", offer.amount(), basket.total().currency());
          require(
              offer.amount().isPositive() && offer.amount().compareTo(basket.total()) <= 0,
              "a contribution of %s to a basket of %s: it must be above zero and not above that",
              offer.amount(),
              basket.total());
          words("a contribution's title", offer.title(), 100);
          if (!offer.help().isEmpty()) {
            words("a contribution's help", offer.help(), 500);
          }
        });
  }

  static void check(CheckoutCheck.Opinion opinion) {
    require(
        opinion.score() >= 0 && opinion.score() <= 100,
        "a score of %d: it must be between 0 and 100",
        opinion.score());
    require(opinion.reasons().size() <= 20, "%d reasons: 20 are plenty", opinion.reasons().size());
    opinion.reasons().forEach(reason -> words("a reason", reason, 300));
  }

  static void words(String what, Map<String, String> texts, int longest) {
    require(
        LANGUAGES.containsAll(texts.keySet()),
        "%s in %s: fr and en are needed, and no other",
        what,
        texts.keySet());
    for (String language : LANGUAGES) {
      String text = texts.getOrDefault(language, "");
      require(
          !text.isBlank() && text.length() <= longest,
          "%s of %d characters in '%s': 1 to %d are needed",
          what,
          text.length(),
          language,
          longest);
      writable(what, text);
    }
  }

  /** What is kept with orders and listings must be text that a database takes. */
  private static void writable(String what, String text) {
    require(
        text == null || Faults.isWritable(text),
        "%s with a NUL or half a character in it: only whole, visible characters are needed",
        what);
  }

  private static void share(String what, Rate rate) {
    require(
        rate.compareTo(Rate.ZERO) >= 0 && rate.compareTo(Rate.ONE) <= 0,
        "%s of %s: it must be between 0 %% and 100 %%",
        what,
        rate);
  }

  private static void amount(String what, Money amount, CurrencyCode currency) {
    if (amount != null) {
      require(!amount.isNegative(), "%s of %s: it must not be below zero", what, amount);
      require(
          amount.currency().equals(currency), "%s of %s: it must be in %s", what, amount, currency);
    }
  }

  static void require(boolean fine, String message, Object... facts) {
    if (!fine) {
      throw new IllegalArgumentException("answered " + message.formatted(facts));
    }
  }
}
