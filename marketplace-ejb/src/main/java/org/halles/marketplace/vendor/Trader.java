package org.halles.marketplace.vendor;

/**
 * Who stands behind a professional storefront, as consumers must be told before they buy.
 *
 * @param legalName the company or person
 * @param address where it can be written to
 * @param registration its number in a trade register, with the register's name
 * @param vatNumber if it has one
 * @param email where it answers
 * @param phone if it answers there
 */
public record Trader(
    String legalName,
    String address,
    String registration,
    String vatNumber,
    String email,
    String phone) {

  /** Nothing said yet. */
  public static final Trader UNKNOWN = new Trader(null, null, null, null, null, null);
}
