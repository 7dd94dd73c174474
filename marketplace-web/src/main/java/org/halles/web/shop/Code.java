package org.halles.web.shop;

import java.util.Locale;

/** Constants of the domain as addresses and message keys write them. */
final class Code {

  private Code() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
