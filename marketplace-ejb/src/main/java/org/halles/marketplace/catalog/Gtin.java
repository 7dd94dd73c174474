package org.halles.marketplace.catalog;

import java.util.Optional;

/**
 * A global trade item number: EAN-8, UPC-A, EAN-13 (and ISBN-13) or GTIN-14.
 *
 * @param digits fourteen of them, shorter numbers padded with zeros
 */
record Gtin(String digits) {

  private static final int LONGEST = 14;

  /** The number somebody wrote, spaces and hyphens allowed; empty if its check digit is wrong. */
  static Optional<Gtin> parse(String written) {
    String digits = written.replaceAll("[\\s-]", "");
    boolean known =
        switch (digits.length()) {
          case 8, 12, 13, 14 -> digits.chars().allMatch(sign -> sign >= '0' && sign <= '9');
          default -> false;
        };
    if (!known) {
      return Optional.empty();
    }
    String padded = "0".repeat(LONGEST - digits.length()) + digits;
    return checkDigit(padded) == padded.charAt(LONGEST - 1) - '0'
        ? Optional.of(new Gtin(padded))
        : Optional.empty();
  }

  /** Weights 3 and 1 alternate from the left of the thirteen digits before the last. */
  private static int checkDigit(String padded) {
    int sum = 0;
    for (int index = 0; index < LONGEST - 1; index++) {
      sum += (padded.charAt(index) - '0') * (index % 2 == 0 ? 3 : 1);
    }
    return (10 - sum % 10) % 10;
  }
}
