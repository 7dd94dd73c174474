package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.credit.SoldCards;
import org.halles.marketplace.shared.Database;
import org.halles.spi.Money;

/**
 * A person ended a purchase that a check held while the buyer's bank had a part of its money: what
 * the bank gives back afterwards goes on to the buyer, as the rest did. Part of the caller's
 * transaction, which has locked the purchase.
 */
@ApplicationScoped
public class GivenOn {

  private Database database;
  private RefundCases cases;
  private RefundStore store;
  private Refunds refunds;
  private SoldCards cards;

  protected GivenOn() {}

  @Inject
  GivenOn(
      Database database, RefundCases cases, RefundStore store, Refunds refunds, SoldCards cards) {
    this.database = database;
    this.cases = cases;
    this.store = store;
    this.refunds = refunds;
    this.cards = cards;
  }

  /** The bank has decided: what is here again of an ended purchase is its buyer's. */
  public void afterTheBank(UUID order) {
    reasonOfEnd(order).ifPresent(reason -> giveOn(cases.open(order), reason));
  }

  private void giveOn(RefundCase open, String reason) {
    Money left = open.moneyLeft().min(claimable(open));
    if (left.isPositive()) {
      String number = open.order().number();
      Claim.Result claim = open.claim(number).of(new RefundRequest(List.of(), false, left, reason));
      refunds.carryOut(
          open,
          number,
          new Decision(claim, null, Decision.Cause.REVIEW, reason, refunds.callerId()));
    }
  }

  private Money claimable(RefundCase open) {
    UUID order = open.order().id();
    Money left =
        Money.sum(
            open.currency(),
            store.subjects(order, open.currency()).stream().map(Subject::left).toList());
    return cards.view(order).isPresent() ? left.min(cards.lock(order)) : left;
  }

  private Optional<String> reasonOfEnd(UUID order) {
    return database.find(
        "select reason from order_screening where order_group_id = ? and state = 'CANCELLED'",
        row -> row.text("reason"),
        order);
  }
}
