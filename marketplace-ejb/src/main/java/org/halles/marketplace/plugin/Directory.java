package org.halles.marketplace.plugin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The extensions that are switched on, at one moment; immutable. */
final class Directory {

  private final Map<Point, Map<String, Extension>> byPoint;
  private final Setups setups;

  Directory(List<Extension> extensions, Set<String> disabledPlugins, Setups setups) {
    this.setups = setups;
    this.byPoint =
        extensions.stream()
            .filter(extension -> !disabledPlugins.contains(extension.pluginId()))
            .collect(
                Collectors.groupingBy(
                    Extension::point,
                    Collectors.toMap(
                        Extension::name, Function.identity(), (one, other) -> one, TreeMap::new)));
  }

  /** All of one point, by name. */
  Map<String, Extension> all(Point point) {
    return byPoint.getOrDefault(point, Map.of());
  }

  /** All of one point that are on there, by name. */
  Map<String, Extension> all(Point point, Where where) {
    if (setups.isEmpty()) {
      return all(point);
    }
    Map<String, Extension> there = new TreeMap<>(all(point));
    there.values().removeIf(extension -> !isOn(extension, where));
    return there;
  }

  /** True if it takes part there. */
  boolean isOn(Extension extension, Where where) {
    return setups.isOn(extension.pluginId(), where);
  }

  /** The bean as it works there; behind the door only. */
  <T> T bean(Extension extension, Where where, Class<T> type) {
    return type.cast(setups.beanOf(extension, where));
  }

  /** The one of this name, or null. */
  Extension find(Point point, String name) {
    return all(point).get(name);
  }
}
