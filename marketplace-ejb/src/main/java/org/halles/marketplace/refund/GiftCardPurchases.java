package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.credit.SoldCardView;
import org.halles.marketplace.credit.SoldCards;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.shared.NotFound;
import org.halles.spi.Money;

/**
 * Whoever bought a gift card follows it, and may withdraw from the purchase for 14 days while
 * nothing of it was spent (Directive 2011/83/EU, Article 9).
 */
@ApplicationScoped
public class GiftCardPurchases {

  private Orders orders;
  private RefundCases cases;
  private Refunds refunds;
  private SoldCards cards;
  private Clock clock;

  protected GiftCardPurchases() {}

  @Inject
  GiftCardPurchases(
      Orders orders, RefundCases cases, Refunds refunds, SoldCards cards, Clock clock) {
    this.orders = orders;
    this.cases = cases;
    this.refunds = refunds;
    this.cards = cards;
    this.clock = clock;
  }

  /**
   * The gift card of a purchase, for its buyer, an operator, or whoever has its access key; empty
   * if the purchase is of another kind.
   *
   * @throws NotFound also if it is somebody else's
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public Optional<SoldCardView> of(String number, String accessKey) {
    return cards.view(orders.idFor(number, accessKey));
  }

  /**
   * Undoes the purchase: all of the money goes back as it came, and the card is worth nothing.
   *
   * @throws NotFound also if it is somebody else's, or no purchase of a gift card
   * @throws CannotWithdraw if it is unpaid, too late, or the card was used
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public BuyerRefund withdraw(String number, String accessKey) {
    UUID id = orders.idForBuyer(number, accessKey);
    require(number, cards.view(id).orElseThrow(() -> new NotFound("gift card of order", number)));
    RefundCase open = cases.open(id);
    cards.lock(id); // nobody pays with it from here on
    SoldCardView card = cards.view(id).orElseThrow();
    require(number, card);
    RefundRequest all = new RefundRequest(List.of(), false, card.amount(), reason(open));
    Claim.Result claim = open.claim(number).of(all);
    return BuyerRefund.of(
        refunds.carryOut(
            open,
            number,
            new Decision(
                claim, null, Decision.Cause.WITHDRAWAL, all.reason(), refunds.callerId())));
  }

  /**
   * A person ended the purchase that a check held: all of the money goes back but for what the
   * buyer's bank took itself. Part of the caller's transaction.
   *
   * @param reason for the buyer to read
   * @return false if it is no such purchase
   */
  boolean endReview(String number, RefundCase open, String reason) {
    UUID id = open.order().id();
    if (!cards.isHeld(id)) {
      return false;
    }
    Money left = cards.lock(id).min(open.moneyLeft());
    if (left.isZero()) {
      return true;
    }
    Claim.Result claim = open.claim(number).of(new RefundRequest(List.of(), false, left, reason));
    refunds.carryOut(
        open, number, new Decision(claim, null, Decision.Cause.REVIEW, reason, refunds.callerId()));
    return true;
  }

  private static String reason(RefundCase open) {
    return "fr".equals(open.order().language())
        ? "Rétractation : carte cadeau non utilisée"
        : "Withdrawal: unused gift card";
  }

  private void require(String number, SoldCardView card) {
    Instant until = card.withdrawUntil();
    if (until == null) {
      throw CannotWithdraw.unpaid(number);
    }
    if (!until.isAfter(clock.instant())) {
      throw CannotWithdraw.tooLate(number, until);
    }
    if (!card.unused()) {
      throw CannotWithdraw.used(number);
    }
  }
}
