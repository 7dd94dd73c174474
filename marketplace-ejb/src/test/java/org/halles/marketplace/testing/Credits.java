package org.halles.marketplace.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.halles.marketplace.credit.CreditDesk;
import org.halles.marketplace.credit.CreditView;
import org.halles.marketplace.credit.CreditsOfCart;
import org.halles.marketplace.credit.IssuedCard;
import org.halles.marketplace.credit.NewCard;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.Vault;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Market.Basket;
import org.halles.spi.Money;

/** Gift cards, and carts that are paid with them. */
public final class Credits {

  private Credits() {}

  /** A gift card that the marketplace gives away. */
  public static IssuedCard card(long minor) {
    return issue(new NewCard(Money.of(minor, Market.EUR), null, false, null, "fr", "For a test"));
  }

  public static IssuedCard issue(NewCard wanted) {
    return Marketplace.asSystem(() -> Marketplace.get(CreditDesk.class).issue(wanted));
  }

  /** The code of a bought gift card, from what its letter is written of. */
  public static String opened(String sealedCode) {
    return new String(
        Marketplace.get(Vault.class).open("gift-card-code", Base64.getDecoder().decode(sealedCode)),
        StandardCharsets.US_ASCII);
  }

  /** The basket with this card entered, priced again. */
  public static Basket with(IssuedCard card, Basket basket, Article... articles) {
    return with(card.code(), basket, articles);
  }

  /** The basket with the card of this code entered, priced again. */
  public static Basket with(String code, Basket basket, Article... articles) {
    Caller buyer = Marketplace.get(CurrentCaller.class).get();
    Marketplace.inTransaction(
        () -> {
          Market.database()
              .update(
                  "update cart set pays_with_credit = true, version = version + 1 where id = ?",
                  basket.cart());
          return Marketplace.as(
              buyer,
              () -> {
                CreditsOfCart credits = Marketplace.get(CreditsOfCart.class);
                credits.enter(basket.cart(), Market.EUR, code);
                return null;
              });
        });
    return Market.again(basket, articles);
  }

  /** What is left on it, in minor units. */
  public static long left(IssuedCard card) {
    return look(card.card().id()).balance().minor();
  }

  public static CreditView look(UUID credit) {
    return Marketplace.asSystem(() -> Marketplace.get(CreditDesk.class).get(credit));
  }
}
