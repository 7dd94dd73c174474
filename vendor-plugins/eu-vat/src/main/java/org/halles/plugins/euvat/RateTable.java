package org.halles.plugins.euvat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.halles.spi.Rate;

/** The rates in {@code rates.txt}, whose head explains its lines. */
final class RateTable {

  private final Map<String, String> names = new TreeMap<>();
  private final Map<String, String> aliases = new HashMap<>();
  private final Map<String, Map<LocalDate, RateSet>> periods = new HashMap<>();
  private final Map<String, List<MemberState.Place>> places = new HashMap<>();
  private final Map<String, MemberState> states = new TreeMap<>();

  /** Reads the table in this jar. */
  static RateTable load() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                RateTable.class.getResourceAsStream("rates.txt"), StandardCharsets.UTF_8))) {
      return new RateTable(in.lines().toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("rates.txt of eu-vat", unreadable);
    }
  }

  /**
   * @throws IllegalArgumentException naming the line that cannot be read
   */
  RateTable(List<String> lines) {
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        read(line, line.strip().split("\\s+"));
      }
    }
    names.forEach(
        (code, name) ->
            states.put(
                code,
                new MemberState(
                    code, name, periods.get(code), places.getOrDefault(code, List.of()))));
  }

  /** The member state of this ISO 3166-1 code, or that a territory counts as. */
  Optional<MemberState> state(String country) {
    return Optional.ofNullable(states.get(aliases.getOrDefault(country, country)));
  }

  /** All of them, by code. */
  List<MemberState> states() {
    return List.copyOf(states.values());
  }

  private void read(String line, String[] words) {
    try {
      switch (words[0]) {
        case "country" -> names.put(words[1], words[2]);
        case "as" -> aliases.put(words[1], words[2]);
        case "rate" ->
            periods
                .computeIfAbsent(words[1], country -> new TreeMap<>())
                .put(LocalDate.parse(words[2]), rates(words[3], words, 4));
        case "place" ->
            places
                .computeIfAbsent(words[1], country -> new ArrayList<>())
                .add(
                    new MemberState.Place(
                        words[2], Pattern.compile(words[3]), rates(words[4], words, 6)));
        default ->
            throw new IllegalArgumentException("a line begins with country, as, rate, place");
      }
    } catch (RuntimeException unreadable) {
      throw new IllegalArgumentException("cannot read '" + line + "'", unreadable);
    }
  }

  private static RateSet rates(String standard, String[] words, int firstClass) {
    Map<String, Rate> byClass = new HashMap<>();
    for (int i = firstClass; i < words.length; i++) {
      String[] pair = words[i].split("=", 2);
      byClass.put(pair[0], Rate.percent(pair[1]));
    }
    return new RateSet(Rate.percent(standard), byClass);
  }
}
