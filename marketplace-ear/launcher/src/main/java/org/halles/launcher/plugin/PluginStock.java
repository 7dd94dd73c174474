package org.halles.launcher.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.halles.spi.PluginDescriptor;

/**
 * What a start works with: the delivered marketplace and the added plugins that fit it.
 *
 * @param delivered the marketplace as it was built
 * @param home where the added jars are kept
 * @param check looks at jars
 */
public record PluginStock(Path delivered, Path home, JarCheck check) {

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
    Choice choice = choose(chosen);
    choice.tell();
    return PluginFolder.merge(
        delivered, choice.fitting(), choice.leftOut(), home.resolve("run/halles.ear"));
  }

  /** The added jars that fit, but for the one of this id. */
  List<Path> fittingBeside(String id) throws IOException, InterruptedException {
    List<Path> fitting = new ArrayList<>(choose(id).fitting());
    fitting.remove(PluginFolder.in(home).place(id));
    return fitting;
  }

  /** The added jars that do not fit, by name, with the reasons. */
  Map<String, LeftOut> leftOut() throws IOException, InterruptedException {
    return choose("").left();
  }

  /**
   * Which of the added jars take part.
   *
   * @param fitting those that do, in the order they were taken in
   * @param left those that do not, by name
   */
  private record Choice(List<Path> fitting, Map<String, LeftOut> left) {

    List<LeftOut> leftOut() {
      return List.copyOf(left.values());
    }

    void tell() {
      for (Path jar : fitting) {
        System.out.println("With the added plugin " + PluginFolder.nameOf(jar) + ".");
      }
      left.forEach(
          (name, one) -> {
            System.out.println("Without the added plugin " + name + ":");
            one.reasons().forEach(reason -> System.out.println("  wrong   " + reason));
          });
    }
  }

  /** A plugin may need another one that comes later in the alphabet: it gets another chance. */
  private Choice choose(String chosen) throws IOException, InterruptedException {
    Map<String, Path> waiting = new TreeMap<>(PluginFolder.in(home).jars());
    Map<String, LeftOut> left = new TreeMap<>();
    List<Path> beside = new ArrayList<>(libraries());
    List<Path> fitting = new ArrayList<>();
    for (boolean again = true; again; ) {
      again = false;
      for (Map.Entry<String, Path> plugin : List.copyOf(waiting.entrySet())) {
        List<String> reasons =
            plugin.getKey().equals(chosen)
                ? List.of()
                : check.quick(plugin.getValue(), beside).reasons();
        if (reasons.isEmpty()) {
          fitting.add(plugin.getValue());
          beside.add(plugin.getValue());
          waiting.remove(plugin.getKey());
          left.remove(plugin.getKey());
          again = !left.isEmpty();
        } else {
          left.put(plugin.getKey(), new LeftOut(plugin.getValue(), reasons));
        }
      }
    }
    return new Choice(fitting, left);
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
