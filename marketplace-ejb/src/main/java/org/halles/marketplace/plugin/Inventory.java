package org.halles.marketplace.plugin;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.halles.spi.PluginDescriptor;

/**
 * Takes stock of what was found at deployment: which plugins are accepted, with which extensions,
 * and what is wrong with the rest. One bad jar never keeps another from running.
 */
final class Inventory {

  /**
   * A plugin and what was found out about it.
   *
   * @param descriptor null if unreadable
   * @param refused true if none of its extensions takes part
   */
  record Entry(
      String id,
      String location,
      PluginDescriptor descriptor,
      boolean refused,
      List<String> problems) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<Extension> extensions = new ArrayList<>();
  private final Map<String, String> ownerByClass = new HashMap<>();
  private final Clock clock;

  private Inventory(Clock clock) {
    this.clock = clock;
  }

  static Inventory take(List<FoundJar> jars, List<FoundBean> beans, Clock clock) {
    Inventory inventory = new Inventory(clock);
    jars.stream().sorted(Comparator.comparing(FoundJar::location)).forEach(inventory::addJar);
    Set<String> found = new HashSet<>();
    for (FoundBean bean : inventory.byOwner(beans)) {
      found.add(bean.className());
      inventory.addBean(bean);
    }
    inventory.reportMissing(found);
    return inventory;
  }

  List<Extension> extensions() {
    return List.copyOf(extensions);
  }

  List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  private void addJar(FoundJar jar) {
    List<String> problems = new ArrayList<>();
    if (jar.descriptor() == null) {
      problems.add(jar.fault());
      entries.put(jar.location(), new Entry(jar.location(), jar.location(), null, true, problems));
      return;
    }
    PluginDescriptor plugin = jar.descriptor();
    Entry twin = entries.get(plugin.id());
    if (twin != null) {
      problems.add(
          "id '%s' is taken by %s: remove one of the two jars"
              .formatted(plugin.id(), twin.location()));
    }
    if (plugin.spi() != PluginDescriptor.SPI_MAJOR) {
      problems.add(
          "written for SPI %d, but this platform has SPI %d: install a version made for it"
              .formatted(plugin.spi(), PluginDescriptor.SPI_MAJOR));
    }
    String key = twin == null ? plugin.id() : plugin.id() + " in " + jar.location();
    entries.put(key, new Entry(plugin.id(), jar.location(), plugin, !problems.isEmpty(), problems));
    plugin.provides().forEach(className -> ownerByClass.putIfAbsent(className, key));
  }

  /** In a stable order, whatever order the container found them in. */
  private List<FoundBean> byOwner(List<FoundBean> beans) {
    return beans.stream()
        .sorted(
            Comparator.comparing(
                    (FoundBean bean) -> ownerByClass.getOrDefault(bean.className(), ""))
                .thenComparing(FoundBean::className))
        .toList();
  }

  private void addBean(FoundBean bean) {
    String owner = ownerByClass.get(bean.className());
    if (owner == null) {
      refuseOrphan(bean);
      return;
    }
    Entry plugin = entries.get(owner);
    if (plugin.refused()) {
      return;
    }
    try {
      Object instance = bean.instance().get();
      accept(plugin, bean, instance, bean.point().nameOf(instance));
    } catch (RuntimeException | LinkageError | StackOverflowError broken) {
      plugin.problems().add(bean.className() + " cannot be used: " + Faults.describe(broken));
    }
  }

  private void accept(Entry plugin, FoundBean bean, Object instance, String name) {
    if (name == null || name.isBlank()) {
      plugin.problems().add(bean.className() + " has no name: return a stable one");
      return;
    }
    for (Extension other : extensions) {
      if (other.point() == bean.point() && other.name().equals(name)) {
        plugin
            .problems()
            .add(
                "%s calls itself '%s', which is %s: give it another name"
                    .formatted(bean.className(), name, other));
        return;
      }
    }
    extensions.add(new Extension(plugin.id(), bean.point(), name, instance, new Health(clock)));
  }

  private void refuseOrphan(FoundBean bean) {
    entries.put(
        bean.className(),
        new Entry(
            bean.className(),
            bean.className(),
            null,
            true,
            List.of(
                "no jar's %s names this bean: add its class to 'provides'"
                    .formatted(PluginDescriptor.RESOURCE))));
  }

  /** The container skips a bean whose classes do not load without a word; we do not. */
  private void reportMissing(Set<String> found) {
    ownerByClass.forEach(
        (className, owner) -> {
          Entry plugin = entries.get(owner);
          if (!plugin.refused() && !found.contains(className)) {
            plugin
                .problems()
                .add(
                    className
                        + " is announced but there is no such bean: it needs a scope annotation,"
                        + " META-INF/beans.xml in its jar, and every class it refers to");
          }
        });
  }
}
