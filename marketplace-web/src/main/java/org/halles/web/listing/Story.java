package org.halles.web.listing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.halles.marketplace.shared.CleanHtml;

/** A description as people type it: paragraphs between empty lines, marks only where needed. */
final class Story {

  private Story() {}

  /** Without its marks if they say nothing but paragraphs; otherwise as it is stored. */
  static String typed(String stored) {
    String plain =
        stored
            .replaceAll("</p>\\s*<p>", "\n\n")
            .replaceAll("</?p>", "")
            .replaceAll("<br ?/?>", "\n")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
    return joined(CleanHtml.clean(plain)).equals(joined(CleanHtml.clean(stored))) ? plain : stored;
  }

  static Map<String, String> typed(Map<String, String> stored) {
    Map<String, String> typed = new LinkedHashMap<>();
    stored.forEach((language, text) -> typed.put(language, typed(text)));
    return typed;
  }

  /** What was typed; where nothing was changed, what was stored before to the letter. */
  static Map<String, String> stored(Map<String, String> typed, Map<String, String> before) {
    Map<String, String> stored = new LinkedHashMap<>(typed);
    before.forEach(
        (language, text) ->
            stored.computeIfPresent(
                language, (same, now) -> lines(now).equals(lines(typed(text))) ? text : now));
    return stored;
  }

  /** Space between paragraphs says nothing. */
  private static String joined(String html) {
    return html.replaceAll("</p>\\s*<p>", "</p><p>");
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").strip();
  }
}
