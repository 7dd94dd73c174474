package org.halles.marketplace.moderation;

import java.util.regex.Pattern;

/** Cleaned markup as people read it: a line a paragraph. */
public final class PlainText {

  private static final Pattern BREAK = Pattern.compile("(?i)<(?:/p|br\\s*/?|/li|/h\\d|/tr)>");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  private PlainText() {}

  /** The text; empty for null. */
  public static String of(String html) {
    if (html == null) {
      return "";
    }
    String lines = TAG.matcher(BREAK.matcher(html).replaceAll("\n")).replaceAll("");
    return lines
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#64;", "@")
        .replace("&#61;", "=")
        .replace("&#43;", "+")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&")
        .replaceAll("\\n{2,}", "\n")
        .strip();
  }
}
