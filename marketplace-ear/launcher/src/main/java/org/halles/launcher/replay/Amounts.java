package org.halles.launcher.replay;

import java.math.BigDecimal;
import java.util.Locale;

/** Centavos as a person reads them. */
final class Amounts {
  private Amounts() {}

  static String text(long centavos) {
    return String.format(Locale.ROOT, "%,.2f BRL", BigDecimal.valueOf(centavos, 2));
  }
}
