package org.halles.spi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What holds for a {@link ListingCheck} now.
 *
 * @param values by name, as the operator typed them
 */
public record CheckSettings(Map<String, String> values) {

  public CheckSettings {
    values = Map.copyOf(values);
  }

  /** What holds until an operator sets anything. */
  public static CheckSettings usual(ListingCheck check) {
    return of(check, Map.of());
  }

  /** The usual settings with some set otherwise; names the check does not know are left out. */
  public static CheckSettings of(ListingCheck check, Map<String, String> set) {
    Map<String, String> values = new HashMap<>();
    for (CheckSetting setting : check.settings()) {
      values.put(setting.name(), set.getOrDefault(setting.name(), setting.usual()));
    }
    return new CheckSettings(values);
  }

  /**
   * @throws IllegalArgumentException if there is no such setting, or it is no whole number above
   *     zero
   */
  public int number(String name) {
    String value = values.get(name);
    if (value == null || !value.strip().matches("0*[1-9]\\d{0,8}")) {
      throw new IllegalArgumentException(
          name + " is '" + value + "': a whole number above zero is needed");
    }
    return Integer.parseInt(value.strip());
  }

  /** The entries, without remarks and empty lines. */
  public List<String> lines(String name) {
    return values
        .getOrDefault(name, "")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }
}
