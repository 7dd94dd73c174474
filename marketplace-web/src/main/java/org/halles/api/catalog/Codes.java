package org.halles.api.catalog;

import java.util.Locale;

/** The constants of the domain as the contract writes them: {@code LIKE_NEW} is like-new. */
final class Codes {

  private Codes() {}

  static String of(Enum<?> constant) {
    return of(constant.name());
  }

  static String of(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
