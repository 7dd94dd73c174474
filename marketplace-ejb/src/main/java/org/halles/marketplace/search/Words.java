package org.halles.marketplace.search;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed into the search field, made harmless: whatever it is, it is only ever a
 * parameter, and the database's own parser of web searches reads it without complaint.
 *
 * @param typed at most 200 characters, nothing the database cannot store
 * @param head all but the last word, if the last may still be unfinished; else empty
 * @param prefix the last word, if it may still be unfinished; else null
 */
record Words(String typed, String head, String prefix) {

  private static final int LONGEST = 200;
  private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}]");
  private static final Pattern UNFINISHED =
      Pattern.compile("(.*?)(?<![\\p{L}\\p{N}\"'’-])([\\p{L}\\p{N}]{3,})", Pattern.DOTALL);

  /** Null if nothing was typed. */
  static Words of(String text) {
    if (text == null) {
      return null;
    }
    String clean = UNSTORABLE.matcher(text).replaceAll(" ").strip();
    if (clean.isEmpty()) {
      return null;
    }
    String typed = clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    Matcher matcher = UNFINISHED.matcher(typed);
    return typed.indexOf('"') < 0 && matcher.matches()
        ? new Words(typed, matcher.group(1).strip(), matcher.group(2))
        : new Words(typed, "", null);
  }
}
