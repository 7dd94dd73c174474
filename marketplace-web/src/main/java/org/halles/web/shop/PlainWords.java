package org.halles.web.shop;

/** The words of cleaned HTML, without its marks. */
public final class PlainWords {

  private PlainWords() {}

  /** The words alone. */
  public static String of(String html) {
    return html.replaceAll("<[^>]+>", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#39;", "'")
        .replace("&#34;", "\"")
        .replaceAll("&nbsp;|\\s+", " ")
        .replace("&amp;", "&")
        .strip();
  }
}
