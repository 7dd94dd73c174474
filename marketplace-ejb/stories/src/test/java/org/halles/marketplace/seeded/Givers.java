package org.halles.marketplace.seeded;

import static org.halles.marketplace.testing.Marketplace.get;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.checkout.GiftCheckout;
import org.halles.marketplace.checkout.GiftCheckoutRequest;
import org.halles.marketplace.credit.GiftWish;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.order.GiftPurchase;
import org.halles.marketplace.refund.GiftCardPurchases;
import org.halles.marketplace.seeded.Street.Gift;
import org.halles.marketplace.testing.Market;
import org.halles.spi.Money;

/** They buy gift cards, from two tabs as well, and change their minds. */
record Givers(Story story, Street street) {

  private static final List<String> TOKENS =
      List.of("approved", "approved", "approved", "pending", "declined", "nonsense");

  /** Sent at once, or on a day within a fortnight. */
  void buy() {
    int inDays = story.random().nextInt(14);
    LocalDate today = story.now().atZone(ZoneOffset.UTC).toLocalDate();
    GiftWish wish =
        new GiftWish(
            Money.of(1_000 + story.random().nextInt(9_000), Market.EUR),
            "ana@b.example",
            "Luc",
            "Bonne fête !",
            inDays < 7 ? null : today.plusDays(inDays),
            "fr");
    pay(street.gift(new GiftPurchase(UUID.randomUUID(), wish, "l@b.example", "L", "FR", "fr")));
  }

  void payAgain() {
    story.with(street.gifts, this::pay);
  }

  private void pay(GiftPurchase purchase) {
    String token = story.oneOf(TOKENS);
    story.deed(
        "somebody pays gift card %d of %s with %s"
            .formatted(street.gifts.indexOf(purchase), purchase.wish().amount(), token),
        Caller.GUEST,
        () ->
            get(GiftCheckout.class)
                .pay(
                    new GiftCheckoutRequest(
                        purchase, "fake", token, Map.of(), "/orders/{number}", Optional.empty())));
  }

  void withdraw() {
    story.with(street.paidGifts(), this::withdraw);
  }

  private void withdraw(Gift gift) {
    story.deed(
        "a buyer withdraws from a gift card",
        Caller.GUEST,
        () -> get(GiftCardPurchases.class).withdraw(gift.purchase(), gift.accessKey()));
  }
}
