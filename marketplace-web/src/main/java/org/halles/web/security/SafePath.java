package org.halles.web.security;

import java.util.regex.Pattern;

/** Where to go next, when the address came from outside: only to a path of this site. */
public final class SafePath {

  // no scheme, no host ("//..."), no backslash that browsers read as one, nothing that ends a
  // header
  private static final Pattern SAFE =
      Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\\"<>]]{0,500}");

  private SafePath() {}

  /** The path if it is one of this site, else the other one. */
  public static String or(String wanted, String otherwise) {
    return wanted != null && SAFE.matcher(wanted).matches() ? wanted : otherwise;
  }
}
