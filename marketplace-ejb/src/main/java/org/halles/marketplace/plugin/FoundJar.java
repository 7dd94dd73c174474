package org.halles.marketplace.plugin;

import java.util.List;
import org.halles.spi.PluginDescriptor;

/**
 * A jar that says it is a plugin.
 *
 * @param location which jar, for the report
 * @param descriptor who it is, or null if that cannot be read
 * @param faults why it takes no part, or why it was left out before the start; else empty
 */
record FoundJar(String location, PluginDescriptor descriptor, List<String> faults) {

  FoundJar {
    faults = List.copyOf(faults);
  }

  FoundJar(String location, PluginDescriptor descriptor) {
    this(location, descriptor, List.of());
  }

  FoundJar(String location, String fault) {
    this(location, null, List.of(fault));
  }

  boolean fits() {
    return faults.isEmpty();
  }
}
