package org.halles.launcher.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.halles.spi.PluginDescriptor;

/**
 * What a start works with: the delivered marketplace and the added plugins that fit it.
 *
 * @param delivered the marketplace as it was built
 * @param home where the added jars are kept
 * @param check looks at jars
 */
public record PluginStock(Path delivered, Path home, CheckProcess check) {

  /**
   * The marketplace with all added plugins that fit it; the others stay where they are and are
   * named, for a bean that cannot be injected would keep everything from starting.
   */
  public Path marketplace() throws IOException, InterruptedException {
    Map<String, Path> added = PluginFolder.in(home).jars();
    if (added.isEmpty()) {
      return delivered;
    }
    List<Path> beside = new ArrayList<>(libraries());
    List<Path> good = new ArrayList<>();
    for (Map.Entry<String, Path> plugin : added.entrySet()) {
      CheckProcess.Verdict verdict = check.quick(plugin.getValue(), beside);
      if (verdict.good()) {
        good.add(plugin.getValue());
        beside.add(plugin.getValue());
        System.out.println("With the added plugin " + plugin.getKey() + ".");
      } else {
        System.out.print("Without the added plugin " + plugin.getKey() + ":\n" + verdict.text());
      }
    }
    return PluginFolder.merge(delivered, good, home.resolve("run/halles.ear"));
  }

  /** Everything that is delivered, as jars. */
  List<Path> libraries() throws IOException {
    return PluginFolder.libraries(delivered, home.resolve("run/libraries"));
  }

  /** The delivered plugins. */
  List<PluginDescriptor> deliveredPlugins() throws IOException {
    return libraries().stream().flatMap(jar -> PluginFolder.descriptor(jar).stream()).toList();
  }
}
