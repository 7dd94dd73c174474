package org.halles.marketplace.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.halles.marketplace.credit.CreditDesk;
import org.halles.marketplace.credit.CreditFilter;
import org.halles.marketplace.credit.GiftCardPolicy;
import org.halles.marketplace.credit.GiftCardTerms;
import org.halles.marketplace.credit.NewCard;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** What the demo's buyer may pay with: a gift card, whose code came by letter, and store credit. */
@ApplicationScoped
class DemoCredits {

  private static final long CARD = 4_000;
  private static final long CREDIT = 1_500;
  private static final long LEAST = 1_000;
  private static final long MOST = 25_000;
  private static final int MONTHS = 24;

  private CreditDesk desk;
  private GiftCardPolicy policy;

  protected DemoCredits() {}

  @Inject
  DemoCredits(CreditDesk desk, GiftCardPolicy policy) {
    this.desk = desk;
    this.policy = policy;
  }

  /** One of each, and buyers can buy more; once. */
  void give(String buyer, CurrencyCode currency) {
    if (desk.count(CreditFilter.ALL) > 0) {
      return;
    }
    desk.issue(new NewCard(Money.of(CARD, currency), null, true, buyer, "fr", "Vendue au guichet"));
    desk.issue(
        new NewCard(Money.of(CARD / 2, currency), null, false, null, "fr", "Lot de la tombola"));
    policy.change(
        new GiftCardTerms(
            true,
            MONTHS,
            List.of(
                new GiftCardTerms.Bounds(Money.of(LEAST, currency), Money.of(MOST, currency)))));
    desk.give(buyer, Money.of(CREDIT, currency), "Pour le retard de votre dernière commande");
  }
}
