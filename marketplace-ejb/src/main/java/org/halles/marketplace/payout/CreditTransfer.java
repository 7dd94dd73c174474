package org.halles.marketplace.payout;

import org.halles.marketplace.onboarding.BankDetails;
import org.halles.spi.Money;

/**
 * One transfer of a file.
 *
 * @param number of the payout, which the vendor's bank hands on
 * @param amount euros
 * @param payee who it is for
 */
record CreditTransfer(String number, Money amount, BankDetails to, PayeeFacts payee) {

  /**
   * What a bank is told of a payee besides its account.
   *
   * @param language two letters: the one the payee reads
   * @param place where it lives, or null if that is not known in parts
   */
  record PayeeFacts(String language, PostalPlace place) {}

  /** What the payee reads on its account. */
  String words() {
    return (payee.language().equals("fr") ? "Versement " : "Payout ") + number;
  }
}
