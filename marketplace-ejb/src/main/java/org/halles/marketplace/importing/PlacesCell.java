package org.halles.marketplace.importing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how many units lie where, as it stands in one cell: {@code atelier:3 reserve:12}, with
 * spaces, semicolons or bars between the places.
 */
final class PlacesCell {

  private static final Pattern PLACE = Pattern.compile("([a-z0-9-]{1,40})[:=](\\d{1,8})");

  private PlacesCell() {}

  /** Units by the places' codes, or empty if they cannot be read. */
  static Optional<Map<String, Integer>> read(String cell) {
    Map<String, Integer> units = new LinkedHashMap<>();
    for (String part : cell.strip().split("[\\s;|]+")) {
      Matcher place = PLACE.matcher(part);
      if (!place.matches() || units.put(place.group(1), Integer.valueOf(place.group(2))) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(units);
  }
}
