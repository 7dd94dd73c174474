package org.halles.marketplace.importing;

/** Finds the sign between the cells of a table: a comma, a semicolon, a tab or a bar. */
final class Separators {

  private static final String KNOWN = ",;\t|";

  private Separators() {}

  /** The one that stands most often outside quotes in the first line; a comma if none does. */
  static char in(String beginning) {
    int[] counts = new int[KNOWN.length()];
    boolean quoted = false;
    for (int index = 0; index < beginning.length(); index++) {
      char sign = beginning.charAt(index);
      if (sign == '"') {
        quoted = !quoted;
      } else if (!quoted && (sign == '\n' || sign == '\r')) {
        break;
      } else if (!quoted && KNOWN.indexOf(sign) >= 0) {
        counts[KNOWN.indexOf(sign)]++;
      }
    }
    int best = 0;
    for (int index = 1; index < counts.length; index++) {
      best = counts[index] > counts[best] ? index : best;
    }
    return KNOWN.charAt(best);
  }
}
