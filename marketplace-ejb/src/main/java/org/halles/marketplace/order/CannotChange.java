package org.halles.marketplace.order;

import java.time.Instant;
import java.util.Map;
import org.halles.marketplace.shared.Refusal;
import org.halles.spi.Money;

/** This order is past the point where that was possible. */
public final class CannotChange extends Refusal {

  private static final long serialVersionUID = 1L;

  private CannotChange(String code, String message, Map<String, Object> facts) {
    super(Kind.CONFLICT, code, message, facts);
  }

  /** It needs no acceptance, or has it. */
  public static CannotChange notToAccept(String number, VendorOrderStatus status) {
    return new CannotChange(
        "not-to-accept",
        "order " + number + " is " + status + ": it waits for no acceptance, cancel it instead",
        Map.of("status", status.name()));
  }

  /** The time to refuse is over. */
  public static CannotChange tooLate(String number, Instant until) {
    return new CannotChange(
        "too-late-to-refuse",
        "order " + number + " could be refused until " + until + ": cancel it instead",
        Map.of("until", until));
  }

  /** Nobody has to look at it, or somebody did. */
  public static CannotChange notInReview(String number) {
    return new CannotChange(
        "not-in-review",
        "order " + number + " is not held: it was never, or somebody has decided already",
        Map.of("order", number));
  }

  /** A person looks at it first. */
  public static CannotChange inReview(String number) {
    return new CannotChange(
        "in-review",
        "order " + number + " is being looked at by the marketplace: wait until it may begin",
        Map.of("order", number));
  }

  /**
   * The buyer's bank took money of it back, or is about to.
   *
   * @param taken how much the bank has
   * @param total what was paid
   */
  public static CannotChange takenBack(String number, Money taken, Money total) {
    return new CannotChange(
        "charged-back",
        "the buyer's bank took %s of the %s of order %s back: it may go on once the bank has given"
                .formatted(taken, total, number)
            + " that back; cancel it, and what is left goes back to the buyer",
        Map.of("wanted", taken, "left", total));
  }

  /** Nothing is left to deliver for: the money went back already. */
  public static CannotChange moneyGone(String number) {
    return new CannotChange(
        "money-gone",
        "all the money of order " + number + " went back to the buyer: cancel it instead",
        Map.of("order", number));
  }

  /** All of it left, or it ended already. */
  public static CannotChange nothingToCancel(String number, VendorOrderStatus status) {
    return new CannotChange(
        "nothing-to-cancel",
        "order " + number + " is " + status + ": nothing of it can be cancelled any more",
        Map.of("status", status.name()));
  }

  /** It is paid at the door: that it arrived is said together with the money. */
  public static CannotChange cashFirst(String number) {
    return new CannotChange(
        "cash-first",
        "order "
            + number
            + " is paid at the door: say that its cash was received, or cancel it if it was not",
        Map.of("order", number));
  }

  /** Cash was agreed, and not all of it has left. */
  public static CannotChange cashTooEarly(String number, VendorOrderStatus status) {
    return new CannotChange(
        "cash-too-early",
        "order " + number + " is " + status + ": cash is received when all of it was sent",
        Map.of("status", status.name()));
  }

  /** How the money went back was said before, and otherwise. */
  public static CannotChange cashBackSaid(String number, Instant at) {
    return new CannotChange(
        "cash-back-said",
        "how the money of order " + number + " goes back was said at " + at + ": it stays so",
        Map.of("at", at));
  }

  /** It is not paid in cash, or no more. */
  public static CannotChange notInCash(String number) {
    return new CannotChange(
        "not-in-cash",
        "order " + number + " waits for no cash: it is paid another way, or was cancelled",
        Map.of("order", number));
  }

  /** It is on its way to a door where nothing was paid yet. */
  public static CannotChange atTheDoor(String number) {
    return new CannotChange(
        "at-the-door",
        "order "
            + number
            + " is on its way and not paid: refuse it at the door and nothing is due, or send it"
            + " back once you have it",
        Map.of("order", number));
  }

  /** The gateway has not said yet whether it gives the money it holds. */
  public static CannotChange moneyUnderWay(String number) {
    return new CannotChange(
        "money-under-way",
        "the money of order " + number + " is being taken: try again in a minute",
        Map.of("order", number));
  }
}
