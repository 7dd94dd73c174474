package org.halles.marketplace.payment;

import org.halles.spi.CurrencyCode;

/**
 * The marketplace's account for buyers who pay by bank transfer.
 *
 * @param offered whether buyers may pay this way
 * @param holder its name at the bank
 * @param bic of the bank; null where buyers need none
 * @param currency of the account: what it takes
 * @param days so long goods are kept for the money
 */
public record TransferTerms(
    boolean offered, String holder, String iban, String bic, CurrencyCode currency, int days) {}
