package org.halles.marketplace.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Google product taxonomy in two languages: lines such as {@code 1 - Animals > Pets}, with the
 * same number in each language. A name ends where {@code " > "} begins the next.
 */
final class TaxonomyFile {

  /** A category of the taxonomy. */
  static final class Entry {
    final int id;
    final Map<String, String> names = new HashMap<>();
    final Map<String, List<String>> paths = new HashMap<>();

    Entry(int id) {
      this.id = id;
    }
  }

  private static final Pattern LINE = Pattern.compile("(\\d{1,9}) - (\\S.*)");
  private static final int MOST_FAULTS = 100;
  private static final int LONGEST_NAME = 120;

  private final Map<Integer, Entry> entries = new TreeMap<>();
  private final Map<String, Map<List<String>, Integer>> byPath = new HashMap<>();
  private final List<TaxonomyReport.Fault> faults = new ArrayList<>();

  /** Reads the lines of one language. */
  void read(String language, String text) {
    Map<List<String>, Integer> paths = byPath.computeIfAbsent(language, key -> new HashMap<>());
    int number = 0;
    for (String line : text.replace("\uFEFF", "").split("\\R", -1)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        line(language, number, line.strip(), paths);
      }
    }
  }

  private void line(String language, int number, String line, Map<List<String>, Integer> paths) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      fault(language, number, "is not a number, a hyphen and a path", line);
      return;
    }
    List<String> path = List.of(parts.group(2).split("\\s+>\\s+"));
    if (path.stream().anyMatch(name -> name.length() > LONGEST_NAME || name.indexOf('\0') >= 0)) {
      fault(language, number, "has a name longer than " + LONGEST_NAME + " characters", line);
      return;
    }
    int id = Integer.parseInt(parts.group(1));
    Entry entry = entries.computeIfAbsent(id, Entry::new);
    if (entry.names.putIfAbsent(language, path.get(path.size() - 1)) != null) {
      fault(language, number, "has the number of an earlier line", line);
      return;
    }
    entry.paths.put(language, path);
    paths.put(path, id);
  }

  private void fault(String language, int line, String message, String value) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new TaxonomyReport.Fault(language, line, message, value));
    }
  }

  /** All of them, those above before those below. */
  List<Entry> entries() {
    return entries.values().stream()
        .sorted(
            Comparator.<Entry>comparingInt(entry -> path(entry).size())
                .thenComparingInt(entry -> entry.id))
        .toList();
  }

  private List<String> path(Entry entry) {
    return entry.paths.containsKey("en")
        ? entry.paths.get("en")
        : entry.paths.values().iterator().next();
  }

  /** The number of the one above, in the language that has it; 0 at the root. */
  int parent(Entry entry) {
    for (String language : List.of("en", "fr")) {
      List<String> path = entry.paths.get(language);
      if (path != null && path.size() > 1) {
        Integer above = byPath.get(language).get(path.subList(0, path.size() - 1));
        if (above != null) {
          return above;
        }
      }
      if (path != null && path.size() == 1) {
        return 0;
      }
    }
    return 0;
  }

  /** Its whole path, to be read by people. */
  String spoken(Entry entry) {
    return String.join(" > ", path(entry));
  }

  List<TaxonomyReport.Fault> faults() {
    return faults;
  }
}
