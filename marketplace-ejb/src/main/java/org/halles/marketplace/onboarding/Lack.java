package org.halles.marketplace.onboarding;

import org.halles.marketplace.shared.Texts;

/**
 * One thing that keeps a requirement from being met.
 *
 * @param field which answer it is about, or null for the whole
 * @param reason what is missing or wrong, and what to do
 * @param waiting true if the vendor has done its part and the operator has not yet
 */
public record Lack(String field, Texts reason, boolean waiting) {

  static Lack of(String field, Texts reason) {
    return new Lack(field, reason, false);
  }

  static Lack of(String french, String english) {
    return new Lack(null, Texts.of(french, english), false);
  }

  static Lack waiting(String french, String english) {
    return new Lack(null, Texts.of(french, english), true);
  }
}
