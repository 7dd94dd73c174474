package org.halles.api.json;

/**
 * Two things can be sent as a text and are none: the NUL character, which the database cannot keep,
 * and half a surrogate pair, which UTF-8 cannot write.
 */
public final class PlainText {

  /** What to tell the sender. */
  public static final String REFUSAL =
      "must not contain the NUL character or half a surrogate pair";

  private PlainText() {}

  /** True if the text can be kept as it is. */
  public static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }
}
