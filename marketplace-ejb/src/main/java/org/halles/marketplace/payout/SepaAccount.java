package org.halles.marketplace.payout;

/**
 * The marketplace's own bank account.
 *
 * @param holder its name at the bank
 * @param bic of the bank; null where the bank does not want it
 * @param active true if payouts in euros go by credit transfer
 */
public record SepaAccount(String holder, String iban, String bic, boolean active) {}
