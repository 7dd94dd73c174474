package org.halles.marketplace.refund;

import java.util.Map;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.Transactions;
import org.halles.marketplace.shared.Refusal;
import org.halles.spi.Money;

/** A refused refund about which nothing more can be decided, or not so. */
public final class CannotRetry extends Refusal {

  private static final long serialVersionUID = 1L;

  private CannotRetry(String code, String message, Map<String, Object> facts) {
    super(Kind.CONFLICT, code, message, facts);
  }

  static CannotRetry decided(RefusedRefund refused) {
    return new CannotRetry(
        "refused-refund-decided",
        "the refund of "
            + refused.amount()
            + " of order "
            + refused.orderGroup()
            + " was taken care of before: "
            + refused.outcome(),
        Map.of("order", refused.orderGroup(), "amount", refused.amount()));
  }

  static CannotRetry owed(RefusedRefund refused, Money owed) {
    return new CannotRetry(
        "goodwill-is-owed",
        owed
            + " of this goodwill was taken back with later refunds of order "
            + refused.orderGroup()
            + ", so the buyer is owed it: try it again, or send it from the bank",
        Map.of("order", refused.orderGroup(), "owed", owed));
  }

  static CannotRetry goodwillFirst(String order, Money owed) {
    return new CannotRetry(
        "goodwill-is-owed",
        "this refund of order "
            + order
            + " takes back goodwill that its gateway refused: give those "
            + owed
            + " to the buyer first",
        Map.of("order", order, "owed", owed));
  }

  static CannotRetry paidAfterAll(RefusedRefund refused) {
    return new CannotRetry(
        "refused-refund-was-paid",
        "the journal of "
            + refused.gateway()
            + " says that it gave "
            + refused.amount()
            + " of order "
            + refused.orderGroup()
            + " back after all: have it asked again on the page of the reconciliation",
        Map.of("order", refused.orderGroup(), "amount", refused.amount()));
  }

  static CannotRetry otherAmount(RefusedRefund refused, PaymentTransaction next) {
    boolean credit = next.gateway().equals(Transactions.STORE_CREDIT);
    return new CannotRetry(
        "refused-refund-changed",
        "of "
            + refused.amount()
            + " of order "
            + refused.orderGroup()
            + (credit ? " nothing" : " only " + next.amount())
            + " is money the gateway took and still has, the rest goes back as store credit:"
            + " ask again instead",
        Map.of("order", refused.orderGroup(), "amount", refused.amount()));
  }

  static CannotRetry lineTaken(String bankReference) {
    return new CannotRetry(
        "bank-line-taken",
        "line " + bankReference + " of the statement was recorded for another refund",
        Map.of("reference", bankReference));
  }
}
