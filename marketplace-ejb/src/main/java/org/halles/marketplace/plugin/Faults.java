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
    return tell(thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message));
  }

  /** The same in characters that a database keeps, and not too many of them. */
  static String tell(String words) {
    StringBuilder kept = new StringBuilder();
    words.codePoints().filter(Faults::isWritable).forEach(kept::appendCodePoint);
    return kept.length() > LONGEST ? cut(kept) + "…" : kept.toString();
  }

  /** Never between the two halves of one character. */
  private static String cut(CharSequence words) {
    int end = Character.isHighSurrogate(words.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return words.subSequence(0, end).toString();
  }

  /** True if a database keeps all of it as it is: no NUL, no half of a character. */
  static boolean isWritable(String words) {
    return words.codePoints().allMatch(Faults::isWritable);
  }

  private static boolean isWritable(int character) {
    return character != 0 && Character.getType(character) != Character.SURROGATE;
  }
}
