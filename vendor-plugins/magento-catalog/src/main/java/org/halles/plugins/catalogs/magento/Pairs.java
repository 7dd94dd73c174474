package org.halles.plugins.catalogs.magento;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Names and values in one cell: {@code size=M,color=Blue}. A value that contains a separator stands
 * in quotes, as Magento writes it with its option "fields enclosure".
 */
final class Pairs {

  private Pairs() {}

  /** In their order; what is no pair is left out. */
  static Map<String, String> read(String cell) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String part : split(cell, ',')) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        pairs.put(part.substring(0, equals).strip(), unquote(part.substring(equals + 1).strip()));
      }
    }
    return pairs;
  }

  static String write(Map<String, String> pairs) {
    return pairs.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + quote(pair.getValue()))
        .collect(Collectors.joining(","));
  }

  /** The parts between separators that stand outside quotes. */
  static List<String> split(String cell, char separator) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int index = 0; index < cell.length(); index++) {
      char sign = cell.charAt(index);
      boolean opens = sign == '"' && (quoted || part.toString().endsWith("="));
      quoted = opens != quoted;
      if (sign == separator && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(sign);
      }
    }
    parts.add(part.toString());
    return parts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
  }

  private static String quote(String value) {
    return value.matches("(?s).*[,|=\"].*") ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
  }

  private static String unquote(String value) {
    return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1).replace("\"\"", "\"")
        : value;
  }
}
