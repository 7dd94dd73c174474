package org.halles.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A row of a table: cells by column, whatever the column's capitals. Cells are stripped; one that
 * is missing or empty reads as the empty text.
 *
 * @param number as a spreadsheet counts: the header is row 1
 * @param cells by the column's name in lower case
 */
public record CatalogRow(long number, Map<String, String> cells) {

  public CatalogRow {
    cells = Map.copyOf(cells);
  }

  /** A row under this header; a column that comes twice counts once, the first time. */
  public static CatalogRow of(long number, List<String> header, List<String> values) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int index = 0; index < header.size() && index < values.size(); index++) {
      String value = values.get(index) == null ? "" : values.get(index).strip();
      if (!value.isEmpty()) {
        cells.putIfAbsent(key(header.get(index)), value);
      }
    }
    return new CatalogRow(number, cells);
  }

  /** The cell of this column, or the empty text. */
  public String cell(String column) {
    return cells.getOrDefault(key(column), "");
  }

  /** The first of these columns that is filled, or the first of them if none is. */
  public String firstOf(String... columns) {
    for (String column : columns) {
      if (!cell(column).isEmpty()) {
        return column;
      }
    }
    return columns[0];
  }

  private static String key(String column) {
    return column.strip().toLowerCase(Locale.ROOT);
  }
}
