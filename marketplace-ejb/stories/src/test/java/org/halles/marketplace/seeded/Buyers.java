package org.halles.marketplace.seeded;

import static org.halles.marketplace.testing.Marketplace.get;

import java.util.List;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.dispute.Complaining;
import org.halles.marketplace.dispute.Complaint;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.returns.SendingBack;
import org.halles.marketplace.returns.Units;
import org.halles.marketplace.returns.Withdrawing;
import org.halles.marketplace.seeded.Street.Cart;
import org.halles.marketplace.testing.Market;
import org.halles.spi.Money;

/** They fill carts, pay, pay again from another tab, complain, and withdraw. */
record Buyers(Story story, Street street) {

  private static final List<String> TOKENS =
      List.of("approved", "approved", "approved", "pending", "declined", "nonsense");

  void buy() {
    pay(street.fill(story.random()));
  }

  /** At the door, to the one vendor of the cart. */
  void buyForCash() {
    Cart cart = street.fillAtOne(story.random());
    story.deed(
        "somebody will pay cart %d in cash".formatted(street.carts.indexOf(cart)),
        Caller.GUEST,
        () -> get(Checkout.class).pay(cart.basket().payInCash()));
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

  /** From all that has not come back; for the money, or as store credit. */
  void withdraw() {
    story.with(
        street.parts("TO_SHIP", "SHIPPED", "DELIVERED"),
        part -> {
          boolean credit = story.random().nextBoolean();
          story.deed(
              "a buyer withdraws" + (credit ? " and wants store credit" : ""),
              Caller.GUEST,
              () ->
                  get(Withdrawing.class)
                      .declare(
                          part.purchase(),
                          part.accessKey(),
                          part.number(),
                          unitsOf(part),
                          "Ada",
                          credit));
        });
  }

  private static List<Units> unitsOf(Street.Part part) {
    return get(SendingBack.class).rights(part.purchase(), part.accessKey()).stream()
        .filter(rights -> rights.vendorOrder().equals(part.number()))
        .flatMap(rights -> rights.lines().stream())
        .filter(line -> line.withdrawable() > 0)
        .map(line -> new Units(line.line(), line.withdrawable()))
        .toList();
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
