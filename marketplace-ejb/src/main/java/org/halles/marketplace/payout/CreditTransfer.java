package org.halles.marketplace.payout;

import org.halles.marketplace.onboarding.BankDetails;
import org.halles.spi.Money;

/**
 * One transfer of a file.
 *
 * @param number of the payout, which the vendor's bank hands on
 * @param amount euros
 */
record CreditTransfer(String number, Money amount, BankDetails to) {}
