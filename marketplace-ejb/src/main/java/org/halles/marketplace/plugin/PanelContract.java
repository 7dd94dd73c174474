package org.halles.marketplace.plugin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.spi.Panel;

/** What a panel must satisfy before it is drawn. */
final class PanelContract {

  private static final int LABEL = 100;

  private PanelContract() {}

  /** The same answer; null stays null, and is told as such. */
  static Optional<Panel> checked(Optional<Panel> answer) {
    if (answer == null) {
      return null;
    }
    answer.ifPresent(
        panel -> {
          Contracts.words("a panel's title", panel.title(), LABEL);
          few("blocks", panel.blocks(), 8);
          panel.blocks().forEach(PanelContract::check);
        });
    return answer;
  }

  private static void check(Panel.Block block) {
    if (block instanceof Panel.Paragraph paragraph) {
      Contracts.words("a paragraph", paragraph.text(), 500);
    } else if (block instanceof Panel.Figures figures) {
      few("figures", figures.figures(), 4);
      figures.figures().forEach(PanelContract::check);
    } else if (block instanceof Panel.Rows rows) {
      few("rows", rows.rows(), 12);
      rows.rows().forEach(PanelContract::check);
    } else if (block instanceof Panel.Links links) {
      few("links", links.links(), 6);
      links.links().forEach(PanelContract::check);
    } else if (block instanceof Panel.Table table) {
      check(table);
    }
  }

  private static void check(Panel.Row row) {
    Contracts.words("a label", row.label(), LABEL);
    check(row.value());
  }

  private static void check(Panel.Table table) {
    few("columns", table.columns(), 5);
    few("rows of a table", table.rows(), 20);
    for (Map<String, String> column : table.columns()) {
      Contracts.words("a column's name", column, 60);
    }
    for (List<Panel.Value> row : table.rows()) {
      Contracts.require(
          row.size() == table.columns().size(),
          "a row of %d values below %d columns",
          row.size(),
          table.columns().size());
      row.forEach(PanelContract::check);
    }
  }

  private static void check(Panel.Value value) {
    if (value instanceof Panel.Text text) {
      Contracts.words("a value", text.words(), 200);
    } else {
      boolean hollow =
          value == null
              || value instanceof Panel.Amount amount && amount.money() == null
              || value instanceof Panel.Share share && share.rate() == null
              || value instanceof Panel.Day day && day.date() == null;
      Contracts.require(!hollow, "a value with nothing in it");
    }
  }

  private static void check(Panel.Link link) {
    Contracts.words("a link", link.label(), LABEL);
    Contracts.require(
        leadsSomewhere(link.target()),
        "a link to '%s': a path such as /vendor or an https:// address is needed",
        link.target());
  }

  /** A path of this marketplace, or an address a browser opens safely. */
  private static boolean leadsSomewhere(String target) {
    if (target == null || target.length() > 500) {
      return false;
    }
    try {
      URI uri = new URI(target);
      return "https".equals(uri.getScheme())
          ? uri.getHost() != null && uri.getUserInfo() == null
          : uri.getScheme() == null && target.startsWith("/") && !target.startsWith("//");
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  private static void few(String what, Collection<?> some, int most) {
    Contracts.require(
        !some.isEmpty() && some.size() <= most,
        "%d %s: 1 to %d are needed",
        some.size(),
        what,
        most);
  }
}
