package org.halles.marketplace.checkout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.spi.Money;

/**
 * A buyer's attempt to pay by bank transfer, as finance sees it.
 *
 * @param number of the order, which the buyer writes on the transfer
 * @param missing what is still to come
 * @param receipts lines of the statement, oldest first; empty in lists
 * @param returns what goes back, oldest first; empty in lists
 */
public record TransferView(
    UUID transactionId,
    String number,
    OrderGroupStatus orderStatus,
    String name,
    String email,
    State state,
    Money amount,
    Money received,
    Money missing,
    Instant openedAt,
    Instant until,
    List<ReceiptView> receipts,
    List<ReturnView> returns) {

  public TransferView {
    receipts = List.copyOf(receipts);
    returns = List.copyOf(returns);
  }

  /** Where a transfer stands. */
  public enum State {
    /** Nothing came yet. */
    WAITING,
    /** Some of it came. */
    PARTLY,
    /** All of it came. */
    PAID,
    /** Its order ended without it. */
    LAPSED
  }

  /** A line of the bank's statement. */
  public record ReceiptView(
      Money amount,
      LocalDate receivedOn,
      String bankReference,
      String payer,
      String recordedBy,
      Instant recordedAt) {}

  /**
   * Money to be sent back by hand.
   *
   * @param refund true if it paid for the order before
   * @param payer to whom, as the bank called them; may be null
   * @param sentOn null until somebody sent it
   */
  public record ReturnView(
      UUID id,
      String number,
      String name,
      String payer,
      boolean refund,
      Money amount,
      Instant askedAt,
      LocalDate sentOn,
      String bankReference,
      String sentBy) {}

  TransferView with(List<ReceiptView> lines, List<ReturnView> back) {
    return new TransferView(
        transactionId,
        number,
        orderStatus,
        name,
        email,
        state,
        amount,
        received,
        missing,
        openedAt,
        until,
        lines,
        back);
  }
}
