package org.halles.marketplace.shared;

/**
 * How a buyer's name stands under what they say in public: enough to be a person, not to be found.
 */
public final class Signature {

  private static final int LONGEST = 40;

  private Signature() {}

  /** {@code Léa Marchal} signs as {@code Léa M.} */
  public static String of(String name) {
    String[] words = name.strip().split("\\s+");
    String first = words[0].length() > LONGEST ? words[0].substring(0, LONGEST) : words[0];
    if (words.length == 1) {
      return first;
    }
    String last = words[words.length - 1];
    return first + " " + last.substring(0, last.offsetByCodePoints(0, 1)) + ".";
  }
}
