package org.halles.web.plugin;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.halles.marketplace.plugin.ShownPanel;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Panel;
import org.halles.web.ui.Functions;
import org.halles.web.ui.Language;

/**
 * A plugin's panel in the reader's language: nothing but texts, which the page escapes.
 *
 * @param id of its element on the page
 * @param plugin whose it is
 */
public record DrawnPanel(String id, String plugin, String title, List<Part> parts) {

  /**
   * A block of it.
   *
   * @param kind {@code paragraph}, {@code figures}, {@code rows}, {@code links} or {@code table}
   * @param text of a paragraph
   * @param items labels with values, or links with where they lead
   * @param columns of a table
   * @param lines of a table, each cell with its column's name
   */
  public record Part(
      String kind, String text, List<Item> items, List<Item> columns, List<List<Item>> lines) {}

  /**
   * A label and what stands with it.
   *
   * @param sort {@code number} for what is written to the right in tables, else {@code words}
   */
  public record Item(String label, String value, String sort) {}

  static DrawnPanel of(ShownPanel shown, Language language) {
    Brush brush = new Brush(language);
    return new DrawnPanel(
        "panel-" + shown.name().replaceAll("[^A-Za-z0-9-]", "-"),
        shown.pluginId(),
        brush.in(shown.panel().title()),
        shown.panel().blocks().stream().map(brush::part).toList());
  }

  private record Brush(Language language) {

    String in(Map<String, String> words) {
      return new Texts(words).in(language.getTag());
    }

    Part part(Panel.Block block) {
      if (block instanceof Panel.Paragraph paragraph) {
        return new Part("paragraph", in(paragraph.text()), List.of(), List.of(), List.of());
      }
      if (block instanceof Panel.Figures figures) {
        return items("figures", figures.figures());
      }
      if (block instanceof Panel.Rows rows) {
        return items("rows", rows.rows());
      }
      if (block instanceof Panel.Links links) {
        List<Item> items = links.links().stream().map(this::link).toList();
        return new Part("links", "", items, List.of(), List.of());
      }
      return table((Panel.Table) block);
    }

    private Part items(String kind, List<Panel.Row> rows) {
      List<Item> items = rows.stream().map(row -> cell(in(row.label()), row.value())).toList();
      return new Part(kind, "", items, List.of(), List.of());
    }

    private Item link(Panel.Link link) {
      boolean outside = link.target().startsWith("https:");
      boolean asItIs = outside || link.target().matches("/(vendor|operator|fr|en)(/.*)?");
      return new Item(
          in(link.label()),
          asItIs ? link.target() : language.getPath() + link.target(),
          outside ? "outside" : "here");
    }

    private Part table(Panel.Table table) {
      List<String> names = table.columns().stream().map(this::in).toList();
      List<List<Item>> lines =
          table.rows().stream()
              .map(
                  row ->
                      IntStream.range(0, row.size())
                          .mapToObj(i -> cell(names.get(i), row.get(i)))
                          .toList())
              .toList();
      List<Item> columns =
          lines.get(0).stream().map(cell -> new Item(cell.label(), "", cell.sort())).toList();
      return new Part("table", "", List.of(), columns, lines);
    }

    private Item cell(String label, Panel.Value value) {
      return new Item(label, written(value), value instanceof Panel.Text ? "words" : "number");
    }

    private String written(Panel.Value value) {
      if (value instanceof Panel.Amount amount) {
        return Functions.money(amount.money());
      }
      if (value instanceof Panel.Share share) {
        return Functions.percent(share.rate());
      }
      if (value instanceof Panel.Count count) {
        return Functions.number(count.number());
      }
      return value instanceof Panel.Day day
          ? Functions.day(day.date())
          : in(((Panel.Text) value).words());
    }
  }
}
