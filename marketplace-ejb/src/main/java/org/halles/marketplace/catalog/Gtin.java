package org.halles.marketplace.catalog;

import java.util.Optional;

/**
 * A global trade item number: EAN-8, UPC-A, EAN-13 (and ISBN-13) or GTIN-14. The ten signs of an
 * old ISBN are read as the ISBN-13 they became.
 *
 * @param digits fourteen of them, shorter numbers padded with zeros
 */
record Gtin(String digits) {

  private static final int LONGEST = 14;
  private static final int OLD_ISBN = 10;

  /** The number somebody wrote, spaces and hyphens allowed; empty if it is none. */
  static Optional<Gtin> parse(String written) {
    return fault(written) == null
        ? Optional.of(new Gtin(padded(plain(written))))
        : Optional.empty();
  }

  /** Why this is no such number, and what to look at; null if it is one. */
  static String fault(String written) {
    String plain = plain(written);
    if (isOldIsbn(plain)) {
      return oldIsbnFault(plain);
    }
    if (!plain.chars().allMatch(sign -> sign >= '0' && sign <= '9')) {
      return "is no GTIN: it has digits only, with spaces or hyphens if you like";
    }
    return switch (plain.length()) {
      case 8, 12, 13, LONGEST -> checkDigitFault(padded(plain));
      default -> "is no GTIN: it has 8, 10, 12, 13 or 14 digits, and this has " + plain.length();
    };
  }

  private static String plain(String written) {
    return written.replaceAll("[\\s-]", "");
  }

  private static boolean isOldIsbn(String plain) {
    return plain.matches("[0-9]{9}[0-9Xx]");
  }

  private static String oldIsbnFault(String plain) {
    int sum = 0;
    for (int index = 0; index < OLD_ISBN; index++) {
      char sign = plain.charAt(index);
      sum += (OLD_ISBN - index) * (sign == 'X' || sign == 'x' ? 10 : sign - '0');
    }
    return sum % 11 == 0 ? null : "is no ISBN: its check digit does not fit, a digit is mistyped";
  }

  private static String checkDigitFault(String padded) {
    int written = padded.charAt(LONGEST - 1) - '0';
    int right = checkDigit(padded);
    return right == written
        ? null
        : "is no GTIN: it ends with "
            + written
            + " where "
            + right
            + " belongs, so a digit is mistyped";
  }

  private static String padded(String plain) {
    if (isOldIsbn(plain)) {
      String padded = "0978" + plain.substring(0, OLD_ISBN - 1) + "0";
      return padded.substring(0, LONGEST - 1) + checkDigit(padded);
    }
    return "0".repeat(LONGEST - plain.length()) + plain;
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
