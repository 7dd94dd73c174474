package org.halles.marketplace.payment;

import java.time.Instant;
import org.halles.spi.Money;

/**
 * What a buyer who pays by bank transfer is told.
 *
 * @param bic null where none is needed
 * @param reference what to write, so that the money finds its order
 * @param amount what the order costs
 * @param received what came of it so far
 * @param until so long the goods are kept
 */
public record TransferInstructions(
    String holder,
    String iban,
    String bic,
    String reference,
    Money amount,
    Money received,
    Instant until) {

  /** What is still to come; zero or more. */
  public Money missing() {
    Money rest = amount.minus(received);
    return rest.isNegative() ? Money.zero(amount.currency()) : rest;
  }

  /** The account number in groups of four, as people copy it. */
  public String ibanInGroups() {
    return iban.replaceAll("(.{4})(?!$)", "$1 ");
  }
}
