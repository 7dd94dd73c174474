package org.halles.marketplace.shared;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists as the rich-text editor of the portals writes them, {@code <ol><li data-list="bullet">},
 * made into lists as HTML has them.
 */
final class EditorLists {

  private static final Pattern LIST = Pattern.compile("<ol>((?:(?!<ol>).)*?)</ol>", Pattern.DOTALL);
  private static final Pattern ITEM =
      Pattern.compile("<li data-list=\"(bullet|ordered)\"[^>]*>(.*?)</li>", Pattern.DOTALL);

  private EditorLists() {}

  static String plain(String html) {
    return LIST.matcher(html).replaceAll(list -> Matcher.quoteReplacement(plain(list)));
  }

  private static String plain(MatchResult list) {
    StringBuilder html = new StringBuilder();
    String open = null;
    Matcher items = ITEM.matcher(list.group(1));
    while (items.find()) {
      String tag = items.group(1).equals("bullet") ? "ul" : "ol";
      if (!tag.equals(open)) {
        html.append(open == null ? "" : "</" + open + ">").append("<").append(tag).append(">");
        open = tag;
      }
      html.append("<li>").append(items.group(2)).append("</li>");
    }
    return open == null ? list.group() : html.append("</").append(open).append(">").toString();
  }
}
