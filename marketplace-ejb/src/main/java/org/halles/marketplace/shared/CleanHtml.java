package org.halles.marketplace.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Cleans what people write in more than one line, so that it can be shown as it is. */
public final class CleanHtml {

  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowElements(
              "p",
              "br",
              "ul",
              "ol",
              "li",
              "strong",
              "b",
              "em",
              "i",
              "h3",
              "h4",
              "blockquote",
              "table",
              "thead",
              "tbody",
              "tr",
              "th",
              "td",
              "a")
          .allowAttributes("href")
          .onElements("a")
          .allowUrlProtocols("https", "mailto")
          .requireRelsOnLinks("nofollow", "ugc", "noopener")
          .toFactory();

  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");
  private static final Pattern PARAGRAPHS = Pattern.compile("\\R{2,}");

  private CleanHtml() {}

  /** Text, lists, tables, links and emphasis stay; plain text becomes paragraphs. */
  public static Texts clean(Texts written) {
    Map<String, String> cleaned = new LinkedHashMap<>();
    written.byLanguage().forEach((language, text) -> cleaned.put(language, clean(text)));
    return new Texts(cleaned);
  }

  public static String clean(String written) {
    String html = TAG.matcher(written).find() ? EditorLists.plain(written) : paragraphs(written);
    return POLICY.sanitize(html).strip();
  }

  private static String paragraphs(String plain) {
    StringBuilder html = new StringBuilder();
    for (String paragraph : PARAGRAPHS.split(plain.strip())) {
      String escaped = paragraph.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
      html.append("<p>").append(escaped.replaceAll("\\R", "<br>")).append("</p>");
    }
    return html.toString();
  }
}
