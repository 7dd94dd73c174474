package org.halles.marketplace.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.halles.marketplace.credit.CreditDesk;
import org.halles.marketplace.credit.CreditFilter;
import org.halles.marketplace.credit.NewCard;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** What the demo's buyer may pay with: a gift card, whose code came by letter, and store credit. */
@ApplicationScoped
class DemoCredits {

  private static final long CARD = 4_000;
  private static final long CREDIT = 1_500;

  private CreditDesk desk;

  protected DemoCredits() {}

  @Inject
  DemoCredits(CreditDesk desk) {
    this.desk = desk;
  }

  /** One of each; once. */
  void give(String buyer, CurrencyCode currency) {
    if (desk.count(CreditFilter.ALL) > 0) {
      return;
    }
    desk.issue(new NewCard(Money.of(CARD, currency), null, true, buyer, "fr", "Vendue au guichet"));
    desk.issue(
        new NewCard(Money.of(CARD / 2, currency), null, false, null, "fr", "Lot de la tombola"));
    desk.give(buyer, Money.of(CREDIT, currency), "Pour le retard de votre dernière commande");
  }
}
