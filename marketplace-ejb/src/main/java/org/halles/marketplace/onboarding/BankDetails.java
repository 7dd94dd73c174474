package org.halles.marketplace.onboarding;

/**
 * Where a vendor's money goes.
 *
 * @param holder whose account it is
 * @param iban without spaces
 */
public record BankDetails(String holder, String iban) {}
