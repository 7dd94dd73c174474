package org.halles.marketplace.notification;

import java.util.stream.Collectors;

/** A letter as plain text and as the simple HTML that mail programs show alike. */
final class Layout {

  private static final String FRAME =
      """
      <!DOCTYPE html>
      <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <meta name="color-scheme" content="light dark"><title>%s</title></head>
      <body style="margin:0;padding:24px;background:#FBF8F1;color:#1C211D;font:16px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
      <div style="max-width:560px;margin:0 auto;background:#FFFFFF;border:1px solid #DDD6C6;border-radius:12px;padding:24px 32px">
      <p style="margin:0 0 24px;font:700 22px/1.2 'Iowan Old Style',Palatino,Georgia,serif;color:#1F5A3D">Halles</p>
      %s
      </div></body></html>
      """;

  private Layout() {}

  static String text(WrittenLetter letter, String language) {
    String colon = language.equals("fr") ? "\u00a0:\n" : ":\n";
    return letter.blocks().stream()
            .map(b -> b.href() == null ? b.text() : b.text() + colon + b.href())
            .collect(Collectors.joining("\n\n"))
        + "\n\n-- \nHalles\n";
  }

  static String html(WrittenLetter letter, String language) {
    return FRAME.formatted(
        escaped(language),
        escaped(letter.subject()),
        letter.blocks().stream().map(Layout::html).collect(Collectors.joining("\n")));
  }

  private static String html(LetterBlock block) {
    String text = escaped(block.text()).replace("\n", "<br>");
    return switch (block.kind()) {
      case PARAGRAPH -> "<p style=\"margin:0 0 16px\">" + text + "</p>";
      case SMALL -> "<p style=\"margin:24px 0 0;font-size:14px;color:#5A6259\">" + text + "</p>";
      case BUTTON ->
          "<p style=\"margin:24px 0\"><a href=\""
              + escaped(block.href())
              + "\" style=\"display:inline-block;padding:12px 24px;border-radius:6px;"
              + "background:#1F5A3D;color:#FFFFFF;text-decoration:none;font-weight:600\">"
              + text
              + "</a></p>";
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
