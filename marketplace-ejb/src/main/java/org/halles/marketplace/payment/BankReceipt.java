package org.halles.marketplace.payment;

import java.time.LocalDate;
import org.halles.spi.Money;

/**
 * A line of the bank's statement: money that came.
 *
 * @param receivedOn its value date
 * @param bankReference the bank's own, so that no line is recorded twice
 * @param payer who sent it, as the bank says; may be null
 */
public record BankReceipt(Money amount, LocalDate receivedOn, String bankReference, String payer) {}
