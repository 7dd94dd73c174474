package org.halles.testkit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.halles.spi.Page;
import org.halles.spi.Panel;

/** Whether a page can draw a panel: the bounds that Halles checks too. */
final class Drawable {

  private final Page page;

  private Drawable(Page page) {
    this.page = page;
  }

  static void check(Page page, Panel panel) {
    Drawable drawable = new Drawable(page);
    drawable.words("the title", panel.title(), 100);
    drawable.few("blocks", panel.blocks(), 8);
    panel.blocks().forEach(drawable::block);
  }

  private void block(Panel.Block block) {
    if (block instanceof Panel.Paragraph paragraph) {
      words("a paragraph", paragraph.text(), 500);
    } else if (block instanceof Panel.Figures figures) {
      few("figures", figures.figures(), 4);
      figures.figures().forEach(this::row);
    } else if (block instanceof Panel.Rows rows) {
      few("rows", rows.rows(), 12);
      rows.rows().forEach(this::row);
    } else if (block instanceof Panel.Links links) {
      few("links", links.links(), 6);
      links.links().forEach(this::link);
    } else if (block instanceof Panel.Table table) {
      table(table);
    }
  }

  private void row(Panel.Row row) {
    words("a label", row.label(), 100);
    value(row.value());
  }

  private void table(Panel.Table table) {
    few("columns", table.columns(), 5);
    few("rows of a table", table.rows(), 20);
    table.columns().forEach(column -> words("a column", column, 60));
    for (List<Panel.Value> row : table.rows()) {
      Promise.check(
          row.size() == table.columns().size(),
          "on %s: a row of %d values below %d columns: give every column a value",
          page,
          row.size(),
          table.columns().size());
      row.forEach(this::value);
    }
  }

  private void value(Panel.Value value) {
    if (value instanceof Panel.Text text) {
      words("a value", text.words(), 200);
    } else {
      boolean hollow =
          value == null
              || value instanceof Panel.Amount amount && amount.money() == null
              || value instanceof Panel.Share share && share.rate() == null
              || value instanceof Panel.Day day && day.date() == null;
      Promise.check(!hollow, "on %s: a value with nothing in it: leave the row out", page);
    }
  }

  private void link(Panel.Link link) {
    words("a link", link.label(), 100);
    String target = link.target();
    Promise.check(
        target != null
            && target.length() <= 500
            && target.matches("(https://[^/@\\\\\\s]+|/(?![/\\\\]))[^\\\\\\s]*"),
        "on %s: a link to '%s': use a path such as /vendor, or an address with https://",
        page,
        target);
  }

  private void words(String what, Map<String, String> texts, int longest) {
    for (String language : List.of("fr", "en")) {
      String text = texts.getOrDefault(language, "");
      Promise.check(
          texts.size() == 2 && !text.isBlank() && text.length() <= longest,
          "on %s: %s is '%s' in '%s': 1 to %d characters in French and in English are needed",
          page,
          what,
          text,
          language,
          longest);
    }
  }

  private void few(String what, Collection<?> some, int most) {
    Promise.check(
        !some.isEmpty() && some.size() <= most,
        "on %s: %d %s: 1 to %d are needed",
        page,
        some.size(),
        what,
        most);
  }
}
