package org.halles.marketplace.cart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.credit.CreditsOfCart;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CodeLimit;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.pricing.PricedCart;
import org.halles.marketplace.pricing.Pricing;
import org.halles.spi.Money;

/**
 * With what a buyer pays besides a gateway: gift cards by their codes, and what is in the account
 * of whoever is signed in.
 */
@ApplicationScoped
public class CartCredits {

  /**
   * How a cart is to be paid.
   *
   * @param credits in the order in which they pay
   * @param paid what they pay together
   * @param left what a gateway has to take
   * @param own what the person who is signed in could enter besides
   */
  public record Plan(List<CreditsOfCart.Entered> credits, Money paid, Money left, Money own) {}

  private Pricing pricing;
  private CartWriting writing;
  private CreditsOfCart credits;
  private CodeLimit limit;

  protected CartCredits() {}

  @Inject
  CartCredits(Pricing pricing, CartWriting writing, CreditsOfCart credits, CodeLimit limit) {
    this.pricing = pricing;
    this.writing = writing;
    this.credits = credits;
    this.limit = limit;
  }

  /**
   * How it would be paid now.
   *
   * @throws org.halles.marketplace.shared.NotFound if there is no such cart
   */
  @Allowed(Role.ANYONE)
  public Plan of(UUID cart) {
    return of(pricing.price(cart));
  }

  /** The same of a cart that was priced already; asks the database only if there is a need. */
  @Allowed(Role.ANYONE)
  @Transactional(Transactional.TxType.SUPPORTS)
  public Plan of(PricedCart cart) {
    Money total = cart.totals().total();
    List<CreditsOfCart.Entered> entered =
        cart.paysWithCredit() ? credits.of(cart.id(), total) : List.of();
    Money paid =
        Money.sum(cart.currency(), entered.stream().map(CreditsOfCart.Entered::used).toList());
    Money own = credits.own(cart.id(), cart.currency(), entered.size());
    return new Plan(entered, paid, total.minus(paid), own);
  }

  /**
   * Enters a gift card's code.
   *
   * @param address of the network that asks: codes are guessed slowly
   * @throws org.halles.marketplace.credit.CannotUseCredit saying why the card does not pay
   * @throws CartClosed if the cart was ordered
   * @throws org.halles.marketplace.identity.TooManyAttempts after too many wrong codes
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public void enter(UUID cart, String code, String address) {
    credits.requireCode(code);
    limit.take(address);
    credits.requireKnown(code);
    // before anything is locked: it is said through another connection
    limit.giveBack(address);
    credits.enter(cart, writing.payWithCredit(cart), code);
  }

  /**
   * Enters all that the person who is signed in has.
   *
   * @throws org.halles.marketplace.credit.CannotUseCredit if that is nothing
   */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public void enterOwn(UUID cart) {
    credits.enterOwn(cart, writing.payWithCredit(cart));
  }

  /** Takes a credit out; nothing happens if it is not in. */
  @Allowed(Role.ANYONE)
  @Transactional
  public void leave(UUID cart, UUID credit) {
    writing.payWithCredit(cart);
    credits.leave(cart, credit);
    writing.paysWithCreditStill(cart);
  }
}
