package org.halles.spi;

import java.util.Map;

/**
 * Something an operator may set for a {@link ListingCheck}.
 *
 * @param name stable, such as {@code words}
 * @param kind how it is asked for
 * @param usual what holds until the operator sets it
 * @param label what the operator reads, by language: {@code fr} and {@code en}
 */
public record CheckSetting(String name, Kind kind, String usual, Map<String, String> label) {

  /** How a setting is asked for. */
  public enum Kind {
    /** A whole number above zero. */
    NUMBER,
    /** One entry a line; a line that begins with {@code #} is a remark. */
    LINES
  }

  public CheckSetting {
    label = Map.copyOf(label);
  }

  public static CheckSetting number(String name, int usual, String french, String english) {
    return new CheckSetting(
        name, Kind.NUMBER, String.valueOf(usual), Map.of("fr", french, "en", english));
  }

  public static CheckSetting lines(String name, String usual, String french, String english) {
    return new CheckSetting(name, Kind.LINES, usual, Map.of("fr", french, "en", english));
  }
}
