package org.halles.marketplace.order;

import org.halles.marketplace.payment.TransferInstructions;

/**
 * What the buyer must do before the payment goes on.
 *
 * @param type {@code redirect} or {@code bank-transfer}
 * @param url where to; null for a bank transfer
 * @param transfer what to send to whom; null unless it is a bank transfer
 */
public record NextAction(String type, String url, TransferInstructions transfer) {

  /** The buyer goes on elsewhere. */
  public static NextAction redirect(String url) {
    return new NextAction("redirect", url, null);
  }

  /** The buyer sends money from a bank. */
  public static NextAction transfer(TransferInstructions instructions) {
    return new NextAction("bank-transfer", null, instructions);
  }
}
