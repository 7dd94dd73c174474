package org.halles.web.shop;

/** The words of cleaned HTML, without its marks. */
final class PlainWords {

  private PlainWords() {}

  static String of(String html) {
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
