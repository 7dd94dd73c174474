package org.halles.marketplace.checkout;

import java.util.Map;
import org.halles.marketplace.payment.AwaitedTransfer;
import org.halles.marketplace.payment.BankTransfers.Recorded;
import org.halles.marketplace.shared.Refusal;
import org.halles.spi.Money;

/** What a person wants to record about the bank account does not fit what is known. */
public final class CannotRecord extends Refusal {

  private static final long serialVersionUID = 1L;

  private CannotRecord(Kind kind, String code, String message, Map<String, Object> facts) {
    super(kind, code, message, facts);
  }

  static CannotRecord tooLittle(String number, Money came, Money missing) {
    return new CannotRecord(
        Kind.UNPROCESSABLE,
        "transfer-too-little",
        came
            + " came for order "
            + number
            + ", which waits for "
            + missing
            + ": if that is what the statement says, confirm that it differs; the order goes on"
            + " waiting for the rest",
        Map.of("wanted", came, "left", missing));
  }

  static CannotRecord tooMuch(String number, Money came, Money missing) {
    return new CannotRecord(
        Kind.UNPROCESSABLE,
        "transfer-too-much",
        came
            + " came for order "
            + number
            + ", which waits for "
            + missing
            + ": if that is what the statement says, confirm that it differs; what is too much is"
            + " put down to be sent back",
        Map.of("wanted", came, "left", missing));
  }

  static CannotRecord wrongCurrency(AwaitedTransfer transfer, Money came) {
    return new CannotRecord(
        Kind.UNPROCESSABLE,
        "transfer-in-another-currency",
        came
            + " came for order "
            + transfer.reference()
            + ", which waits for "
            + transfer.missing()
            + ": the order is not paid in "
            + came.currency()
            + ", let the bank send it back",
        Map.of("wanted", came, "left", transfer.missing()));
  }

  static CannotRecord twice(String bankReference, Recorded before) {
    return new CannotRecord(
        Kind.CONFLICT,
        "transfer-recorded-before",
        "line "
            + bankReference
            + " of the statement was recorded before: "
            + before.amount()
            + " of "
            + before.receivedOn()
            + " for order "
            + before.reference(),
        Map.of("order", before.reference(), "amount", before.amount()));
  }

  static CannotRecord nothingCame(String number) {
    return new CannotRecord(
        Kind.CONFLICT,
        "nothing-to-send-back",
        "nothing that came for order " + number + " waits: it paid for the order, or went back",
        Map.of("order", number));
  }

  static CannotRecord sentBefore(Money amount) {
    return new CannotRecord(
        Kind.CONFLICT,
        "return-recorded-before",
        "that " + amount + " were sent back, or this line of the statement, was recorded before",
        Map.of("amount", amount));
  }
}
