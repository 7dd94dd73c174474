package org.halles.launcher.front;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of several nodes in one text, as Prometheus reads it: each figure says of which node
 * it is, and all of one name stand together.
 */
final class Figures {

  private static final String UP =
      """
      # HELP halles_node_up Whether the front leads requests there
      # TYPE halles_node_up gauge
      """;

  private final StringBuilder up = new StringBuilder(UP);
  private final Map<String, List<String>> words = new LinkedHashMap<>();
  private final Map<String, List<String>> figures = new LinkedHashMap<>();

  /**
   * Takes in a node.
   *
   * @param told what it says of itself; empty if it says nothing
   */
  void add(String node, boolean serves, String told) {
    up.append("halles_node_up{node=\"%s\"} %d\n".formatted(node, serves ? 1 : 0));
    String name = "";
    List<String> said = new ArrayList<>();
    for (String line : told.split("\n")) {
      if (line.startsWith("# HELP ") || line.startsWith("# TYPE ")) {
        String next = line.split(" ", 4)[2];
        said = next.equals(name) ? said : new ArrayList<>();
        name = next;
        said.add(line);
        words.putIfAbsent(name, said);
      } else if (line.indexOf(' ') > 0 && !line.startsWith("#")) {
        figures.computeIfAbsent(name, first -> new ArrayList<>()).add(of(node, line));
      }
    }
  }

  private static String of(String node, String line) {
    int blank = line.indexOf(' ');
    int brace = line.indexOf('{');
    boolean labelled = brace >= 0 && brace < blank;
    int end = labelled ? brace : blank;
    return line.substring(0, end)
        + "{node=\""
        + node
        + '"'
        + (labelled ? ',' + line.substring(end + 1) : '}' + line.substring(end));
  }

  /** Everything that was taken in. */
  String text() {
    StringBuilder text = new StringBuilder(up);
    figures.forEach(
        (name, lines) -> {
          words.getOrDefault(name, List.of()).forEach(line -> text.append(line).append('\n'));
          lines.forEach(line -> text.append(line).append('\n'));
        });
    return text.toString();
  }
}
