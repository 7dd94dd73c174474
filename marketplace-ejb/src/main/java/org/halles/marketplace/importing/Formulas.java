package org.halles.marketplace.importing;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running what vendors and buyers wrote: a cell that begins like a formula
 * is exported behind an apostrophe, and loses it when it comes back.
 */
public final class Formulas {

  private static final Pattern RUNS = Pattern.compile("(?s)[=+\\-@\\t\\r|].*");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");
  private static final Pattern TAMED = Pattern.compile("(?s)'[=+\\-@\\t\\r|'].*");

  private Formulas() {}

  /** The cell as it may stand in a file that a spreadsheet opens. */
  public static String disarm(String cell) {
    boolean risky = RUNS.matcher(cell).matches() && !NUMBER.matcher(cell).matches();
    return risky || TAMED.matcher(cell).matches() ? "'" + cell : cell;
  }

  /** The cell as it was before {@link #disarm}. */
  static String tame(String cell) {
    return TAMED.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
