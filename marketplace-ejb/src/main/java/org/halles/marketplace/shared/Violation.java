package org.halles.marketplace.shared;

/**
 * One thing wrong with what somebody sent.
 *
 * @param field where, as a path such as {@code variants[0].price}
 * @param message what is wrong and what to do, in English
 * @param value what was sent, or null if it was missing or must not be repeated
 */
public record Violation(String field, String message, String value) {

  private static final int LONGEST_VALUE = 200;

  public Violation {
    if (value != null && value.length() > LONGEST_VALUE) {
      value = value.substring(0, LONGEST_VALUE) + "…";
    }
  }
}
