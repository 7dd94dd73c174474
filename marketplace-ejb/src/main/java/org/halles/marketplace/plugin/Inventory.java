package org.halles.marketplace.plugin;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.CommissionRule;
import org.halles.spi.Configurable;
import org.halles.spi.PluginDescriptor;

/**
 * Takes stock of what was found at deployment: which plugins are accepted, with which extensions,
 * and what is wrong with the rest. One bad jar never keeps another from running.
 */
final class Inventory {

  private static final String DELIVERED = "org.halles.plugins.";

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
      List<String> problems) {

    /** What it is called by language, or null if it has only one name. */
    Texts names() {
      if (descriptor == null || descriptor.names().isEmpty()) {
        return null;
      }
      Map<String, String> names = descriptor.names();
      return Texts.of(
          names.getOrDefault("fr", descriptor.name()), names.getOrDefault("en", descriptor.name()));
    }

    /** The same, but it takes no part. */
    Entry refusedFor(List<String> reasons) {
      List<String> all = new ArrayList<>(problems);
      all.addAll(reasons);
      return new Entry(id, location, descriptor, true, all);
    }
  }

  /** How long a bean may take to be made and to say its name, at deployment. */
  private static final Duration FIRST_WORD = Duration.ofSeconds(10);

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<Extension> extensions = new ArrayList<>();
  private final Map<String, String> ownerByClass = new HashMap<>();
  private final Clock clock;

  private Inventory(Clock clock) {
    this.clock = clock;
  }

  static Inventory take(List<FoundJar> jars, List<FoundBean> beans, Clock clock) {
    Inventory inventory = new Inventory(clock);
    jars.stream()
        .sorted(Comparator.comparing(FoundJar::fits).reversed().thenComparing(FoundJar::location))
        .forEach(inventory::addJar);
    inventory.refuseWhatLacksAnother();
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
    PluginDescriptor plugin = jar.descriptor();
    if (plugin == null) {
      refuse(jar, jar.location(), jar.location());
      return;
    }
    Entry twin = entries.get(plugin.id());
    String key = twin == null ? plugin.id() : plugin.id() + " in " + jar.location();
    if (!jar.fits()) {
      refuse(jar, key, plugin.id());
      return;
    }
    List<String> problems = new ArrayList<>();
    if (twin != null) {
      problems.add(
          "id '%s' is taken by %s: remove one of the two jars"
              .formatted(plugin.id(), twin.location()));
    }
    if (!plugin.suitsThisSpi()) {
      problems.add(
          "written for SPI %s, but this platform has SPI %s: install a version made for it"
              .formatted(plugin.spi(), PluginDescriptor.SPI_VERSION));
    }
    entries.put(key, new Entry(plugin.id(), jar.location(), plugin, !problems.isEmpty(), problems));
    plugin.provides().forEach(className -> ownerByClass.putIfAbsent(className, key));
  }

  /** What was found out about it before says why; none of its classes is here. */
  private void refuse(FoundJar jar, String key, String id) {
    entries.put(key, new Entry(id, jar.location(), jar.descriptor(), true, jar.faults()));
  }

  /** A plugin without the plugins it needs takes no part, nor does one that needs that one. */
  private void refuseWhatLacksAnother() {
    for (boolean again = true; again; ) {
      again = false;
      for (Map.Entry<String, Entry> each : entries.entrySet()) {
        List<String> lacking = each.getValue().refused() ? List.of() : lacking(each.getValue());
        if (!lacking.isEmpty()) {
          each.setValue(each.getValue().refusedFor(lacking));
          again = true;
        }
      }
    }
  }

  private List<String> lacking(Entry plugin) {
    List<String> lacking = new ArrayList<>();
    for (PluginDescriptor.Requirement need : plugin.descriptor().requires()) {
      Entry other = entries.get(need.pluginId());
      if (other == null || other.refused()) {
        lacking.add(
            "needs the plugin %s, which %s: install it"
                .formatted(need, other == null ? "is not installed" : "takes no part itself"));
      } else if (!need.versions().contains(other.descriptor().version())) {
        lacking.add(
            "needs the plugin %s, but version %s is installed: install one that suits"
                .formatted(need, other.descriptor().version()));
      }
    }
    return lacking;
  }

  /**
   * In a stable order, whatever order the container found them in. What is delivered comes first,
   * so that no plugin takes a name away from it.
   */
  private List<FoundBean> byOwner(List<FoundBean> beans) {
    return beans.stream()
        .sorted(
            Comparator.comparing((FoundBean bean) -> !bean.className().startsWith(DELIVERED))
                .thenComparing(bean -> ownerByClass.getOrDefault(bean.className(), ""))
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
      Named named = FirstCall.within(FIRST_WORD, () -> Named.of(bean));
      accept(plugin, bean, named);
    } catch (FirstCall.Failed broken) {
      plugin.problems().add(bean.className() + " cannot be used: " + broken.getMessage());
    }
  }

  /** A bean that was made, and what it calls itself. */
  private record Named(Object instance, String name, Class<? extends Record> configuration) {
    static Named of(FoundBean bean) {
      Object instance = bean.instance().get();
      return new Named(instance, bean.point().nameOf(instance), configuration(instance));
    }

    /** Looked through at once, so that a record nobody can fill in is found at deployment. */
    private static Class<? extends Record> configuration(Object instance) {
      if (instance instanceof CommissionRule<?> rule) {
        refuseSecretTerms(rule.configuration());
      }
      if (!(instance instanceof Configurable<?> configurable)) {
        return null;
      }
      Class<? extends Record> type = configurable.configurationType();
      ConfigurationField.allOf(type);
      return type;
    }

    /** The vendor reads the terms and signs them by their hash: nothing in them can be hidden. */
    private static void refuseSecretTerms(Class<?> terms) {
      if (terms != null && ConfigurationField.holdsSecret(terms)) {
        throw new IllegalArgumentException(
            "%s holds a secret, but both sides read and sign what a rule is configured with: leave it out"
                .formatted(terms.getName()));
      }
    }
  }

  private void accept(Entry plugin, FoundBean bean, Named named) {
    String name = named.name();
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
    extensions.add(
        new Extension(
            plugin.id(),
            bean.point(),
            name,
            named.instance(),
            agreed(plugin, bean, named.configuration()),
            Health.of(bean.point(), clock)));
  }

  /** One plugin has one form: what wants another record than the others stays as it came. */
  private Class<? extends Record> agreed(
      Entry plugin, FoundBean bean, Class<? extends Record> wanted) {
    Optional<Class<? extends Record>> first = configurationOf(plugin.id());
    if (wanted == null || first.isEmpty() || first.get() == wanted) {
      return wanted;
    }
    plugin
        .problems()
        .add(
            "%s is configured by %s, but the plugin's others by %s: use one record for all"
                .formatted(bean.className(), wanted.getName(), first.get().getName()));
    return null;
  }

  /** The record that configures a plugin, if anything of it can be configured. */
  Optional<Class<? extends Record>> configurationOf(String pluginId) {
    for (Extension extension : extensions) {
      if (extension.pluginId().equals(pluginId) && extension.configuration() != null) {
        return Optional.of(extension.configuration());
      }
    }
    return Optional.empty();
  }

  /** By what a plugin can be narrowed: what all its extensions know when they are asked. */
  Set<PluginScope> scopesOf(String pluginId) {
    Set<PluginScope> scopes = EnumSet.allOf(PluginScope.class);
    extensions.stream()
        .filter(extension -> extension.pluginId().equals(pluginId))
        .forEach(extension -> scopes.retainAll(extension.point().scopes()));
    return scopes;
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
