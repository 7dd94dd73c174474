package org.halles.marketplace.exporting;

/** The number of a French company. */
final class Siren {

  private Siren() {}

  /** Whether the last digit checks the others (Luhn). */
  static boolean isValid(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 1 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }
}
