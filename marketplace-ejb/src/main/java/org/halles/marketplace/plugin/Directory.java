package org.halles.marketplace.plugin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The extensions that are switched on, at one moment; immutable. */
final class Directory {

  private final Map<Point, Map<String, Extension>> byPoint;

  Directory(List<Extension> extensions, Set<String> disabledPlugins) {
    this.byPoint =
        extensions.stream()
            .filter(extension -> !disabledPlugins.contains(extension.pluginId()))
            .collect(
                Collectors.groupingBy(
                    Extension::point,
                    Collectors.toMap(
                        Extension::name,
                        Function.identity(),
                        (one, other) -> one,
                        java.util.TreeMap::new)));
  }

  /** All of one point, by name. */
  Map<String, Extension> all(Point point) {
    return byPoint.getOrDefault(point, Map.of());
  }

  /** The one of this name, or null. */
  Extension find(Point point, String name) {
    return all(point).get(name);
  }
}
