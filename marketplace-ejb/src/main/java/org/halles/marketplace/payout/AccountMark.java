package org.halles.marketplace.payout;

/**
 * What a bank account is recognised by without being read.
 *
 * @param ending of its number, for people
 * @param mark that another account, or another holder, does not have
 */
record AccountMark(String ending, String mark) {}
