package org.halles.marketplace.plugin;

/** Puts what foreign code threw into words; even that can throw. */
final class Faults {

  private static final int LONGEST = 300;

  private Faults() {}

  static String describe(Throwable thrown) {
    String message;
    try {
      message = thrown.getMessage();
    } catch (RuntimeException | Error hostile) {
      message = "(its message cannot be read)";
    }
    String text = thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
