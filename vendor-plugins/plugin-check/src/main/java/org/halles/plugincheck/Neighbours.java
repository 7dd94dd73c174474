package org.halles.plugincheck;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.spi.PluginDescriptor;

/**
 * What is on the class path that a new plugin will share: libraries and the other plugins.
 *
 * @param plugins the jars that are plugins, with their descriptors
 * @param owners by class name, the jar that brings it
 */
record Neighbours(Map<Path, PluginDescriptor> plugins, Map<String, String> owners) {

  static Neighbours of(List<Path> jars) throws IOException {
    Map<Path, PluginDescriptor> plugins = new HashMap<>();
    Map<String, String> owners = new HashMap<>();
    for (Path path : jars) {
      Jar jar = Jar.open(path);
      descriptor(jar).ifPresent(plugin -> plugins.put(path, plugin));
      jar.classes().forEach(name -> owners.putIfAbsent(name, path.getFileName().toString()));
    }
    return new Neighbours(plugins, owners);
  }

  /** A neighbour that cannot say who it is takes no part; that is told elsewhere. */
  private static Optional<PluginDescriptor> descriptor(Jar jar) throws IOException {
    try {
      return jar.descriptor();
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  Optional<PluginDescriptor> plugin(String id) {
    return plugins.values().stream().filter(plugin -> plugin.id().equals(id)).findFirst();
  }

  List<Path> pluginJars() {
    return new ArrayList<>(plugins.keySet());
  }
}
