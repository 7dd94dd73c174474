package org.halles.plugins.catalogs.woocommerce;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lists in one cell: commas between them, a backslash before a comma that is part of a value. */
final class Values {

  private Values() {}

  static List<String> split(String cell) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    for (int index = 0; index < cell.length(); index++) {
      char sign = cell.charAt(index);
      if (sign == '\\' && index + 1 < cell.length() && cell.charAt(index + 1) == ',') {
        value.append(',');
        index++;
      } else if (sign == ',') {
        add(values, value);
      } else {
        value.append(sign);
      }
    }
    add(values, value);
    return values;
  }

  static String join(List<String> values) {
    return values.stream()
        .map(value -> value.replace(",", "\\,"))
        .collect(Collectors.joining(", "));
  }

  /** The values as one text for people. */
  static String told(String cell) {
    return String.join(", ", split(cell));
  }

  private static void add(List<String> values, StringBuilder value) {
    String stripped = value.toString().strip();
    if (!stripped.isEmpty()) {
      values.add(stripped);
    }
    value.setLength(0);
  }
}
