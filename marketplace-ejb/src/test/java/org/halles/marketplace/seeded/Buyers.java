package org.halles.marketplace.seeded;

import static org.halles.marketplace.testing.Marketplace.get;

import java.util.List;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.dispute.Complaining;
import org.halles.marketplace.dispute.Complaint;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.seeded.Street.Cart;
import org.halles.marketplace.testing.Market;
import org.halles.spi.Money;

/** They fill carts, pay, pay again from another tab, and complain. */
record Buyers(Story story, Street street) {

  private static final List<String> TOKENS =
      List.of("approved", "approved", "approved", "pending", "declined", "nonsense");

  void buy() {
    pay(street.fill(story.random()));
  }

  void payAgain() {
    Cart cart = story.oneOf(street.carts);
    Market.again(cart.basket(), cart.articles());
    pay(cart);
  }

  /** With a gift card, which several carts may have at once; what it leaves, at the gateway. */
  void buyWithCard() {
    Cart cart = street.fill(story.random());
    street
        .withCard(story.random(), cart)
        .ifPresent(
            basket -> {
              String token = story.oneOf(TOKENS);
              story.deed(
                  "somebody pays cart %d with a gift card and %s"
                      .formatted(street.carts.indexOf(cart), token),
                  Caller.GUEST,
                  () -> get(Checkout.class).pay(basket.pay(token)));
            });
  }

  private void pay(Cart cart) {
    String token = story.oneOf(TOKENS);
    story.deed(
        "somebody pays cart %d with %s".formatted(street.carts.indexOf(cart), token),
        Caller.GUEST,
        () -> get(Checkout.class).pay(cart.basket().pay(token)));
  }

  void complain() {
    story.with(
        street.parts("SHIPPED", "DELIVERED"),
        part -> {
          Money amount = story.random().nextBoolean() ? null : story.cents(500);
          story.deed(
              "a buyer complains and wants " + (amount == null ? "all" : amount),
              Caller.GUEST,
              () ->
                  get(Complaining.class)
                      .open(
                          part.purchase(),
                          part.accessKey(),
                          part.number(),
                          new Complaint("DAMAGED", "It came in two pieces.", amount, List.of())));
        });
  }
}
