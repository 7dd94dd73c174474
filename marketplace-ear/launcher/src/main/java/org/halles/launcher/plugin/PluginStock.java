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
    return PluginFolder.in(home).jars().isEmpty() ? delivered : marketplaceWith("");
  }

  /**
   * The same with one plugin that is taken in whatever a quick look says: it was looked at already,
   * and a jar that somebody laid beside it must not keep it out.
   */
  Path marketplaceWith(String chosen) throws IOException, InterruptedException {
    return PluginFolder.merge(delivered, fitting(chosen), home.resolve("run/halles.ear"));
  }

  /** The added jars that fit, but for the one of this id; what does not is left out and named. */
  List<Path> fittingBeside(String id) throws IOException, InterruptedException {
    List<Path> fitting = new ArrayList<>(fitting(id));
    fitting.remove(PluginFolder.in(home).place(id));
    return fitting;
  }

  private List<Path> fitting(String chosen) throws IOException, InterruptedException {
    List<Path> beside = new ArrayList<>(libraries());
    List<Path> good = new ArrayList<>();
    for (Map.Entry<String, Path> plugin : PluginFolder.in(home).jars().entrySet()) {
      if (plugin.getKey().equals(chosen) || fits(plugin, beside)) {
        good.add(plugin.getValue());
        beside.add(plugin.getValue());
      }
    }
    return good;
  }

  private boolean fits(Map.Entry<String, Path> plugin, List<Path> beside)
      throws IOException, InterruptedException {
    CheckProcess.Verdict verdict = check.quick(plugin.getValue(), beside);
    System.out.print(
        verdict.good()
            ? "With the added plugin " + plugin.getKey() + ".\n"
            : "Without the added plugin " + plugin.getKey() + ":\n" + verdict.text());
    return verdict.good();
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
