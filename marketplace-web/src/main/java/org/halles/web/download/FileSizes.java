package org.halles.web.download;

import java.text.NumberFormat;
import java.util.Locale;

/** How large a file is, in words. */
final class FileSizes {

  private static final double STEP = 1_000;

  private FileSizes() {}

  static String text(long bytes, Locale locale) {
    boolean french = locale.getLanguage().equals("fr");
    NumberFormat figure = NumberFormat.getInstance(locale);
    figure.setMaximumFractionDigits(1);
    return bytes < STEP * STEP
        ? figure.format(Math.max(0.1, bytes / STEP)) + (french ? " ko" : " kB")
        : figure.format(bytes / STEP / STEP) + (french ? " Mo" : " MB");
  }
}
