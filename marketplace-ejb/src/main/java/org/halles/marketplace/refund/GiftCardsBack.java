package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.halles.marketplace.credit.SoldCards;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.ledger.EntryView;
import org.halles.marketplace.ledger.PostingView;
import org.halles.marketplace.ledger.Templates.Share;
import org.halles.marketplace.order.PaidOrder;
import org.halles.spi.Money;

/**
 * The other side of a gift card's money: what goes back to whoever bought it is on the card no
 * more. Part of the caller's transaction, which has locked the purchase.
 */
@ApplicationScoped
class GiftCardsBack {

  private SoldCards cards;

  protected GiftCardsBack() {}

  @Inject
  GiftCardsBack(SoldCards cards) {
    this.cards = cards;
  }

  /**
   * Takes off the card what goes back.
   *
   * @throws CannotRefund naming both, if less is left on it: what was spent does not go back
   */
  void take(PaidOrder order, List<Taken> taken, Instant now) {
    Money back = ofCard(order, taken);
    if (back.isPositive()) {
      Money left = cards.lock(order.id());
      if (back.compareTo(left) > 0) {
        throw CannotRefund.tooMuch(back, left);
      }
      cards.empty(order.id(), back, now);
    }
  }

  /** It did not go back after all. */
  void putBack(PaidOrder order, List<Taken> taken, Instant now) {
    Money back = ofCard(order, taken);
    if (back.isPositive()) {
      cards.restore(order.id(), back, now);
    }
  }

  /** A bank took it back: nobody pays with the card until that is decided. */
  void freeze(PaidOrder order, List<Taken> taken) {
    if (ofCard(order, taken).isPositive()) {
      cards.freeze(order.id());
    }
  }

  /** The bank has decided. */
  void thaw(PaidOrder order, List<Taken> taken) {
    if (ofCard(order, taken).isPositive()) {
      cards.thaw(order.id());
    }
  }

  /**
   * The bank decided for whoever paid: what is left on the card goes, and what was spent meanwhile
   * nobody will pay any more.
   *
   * @return who gives it
   */
  List<Share> lose(PaidOrder order, List<Taken> taken, Instant now) {
    List<Share> shares = new ArrayList<>();
    Money lost = ofCard(order, taken);
    if (lost.isPositive()) {
      Money left = lost.min(cards.lock(order.id()));
      if (left.isPositive()) {
        cards.empty(order.id(), left, now);
        shares.add(new Share(Chart.STORE_CREDIT, left, null));
      }
      if (lost.compareTo(left) > 0) {
        shares.add(new Share(Chart.BAD_DEBT, lost.minus(left), null));
      }
    }
    return shares;
  }

  /**
   * The bank gave back after all what it had decided to keep: what was on the card then is again.
   *
   * @param lost the entry that says what was taken off it, turned round by now
   */
  void found(PaidOrder order, EntryView lost, Instant now) {
    for (PostingView posting : lost.postings()) {
      if (posting.address().equals(Chart.STORE_CREDIT)) {
        cards.restore(order.id(), posting.amount(), now);
      }
    }
  }

  private static Money ofCard(PaidOrder order, List<Taken> taken) {
    return Money.sum(
        order.total().currency(),
        taken.stream().filter(one -> one.leg().isGiftCard()).map(Taken::amount).toList());
  }
}
