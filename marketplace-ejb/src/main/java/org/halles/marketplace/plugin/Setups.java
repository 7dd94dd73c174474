package org.halles.marketplace.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.Configurable;

/**
 * For whom each plugin is on and how it is configured, at one moment; immutable. Asking costs
 * nothing: what a configuration makes of an extension is made once.
 */
final class Setups {

  /** How what is kept becomes what a plugin reads. */
  interface Opener {
    JsonNode open(String pluginId, JsonNode locked);
  }

  /** Nothing was ever said: everything is on, as it came. */
  static final Setups NONE = new Setups(List.of(), (plugin, locked) -> locked);

  private record Made(Point point, String name, long setup) {}

  private final Map<String, List<Setup>> byPlugin;
  private final Opener opener;
  private final boolean rehearsing;
  private final Map<Made, Object> made;

  /**
   * @param latest the latest of each plugin and scope
   */
  Setups(List<Setup> latest, Opener opener) {
    this(
        latest.stream().collect(Collectors.groupingBy(Setup::pluginId)),
        opener,
        false,
        new ConcurrentHashMap<>());
  }

  private Setups(
      Map<String, List<Setup>> byPlugin,
      Opener opener,
      boolean rehearsing,
      Map<Made, Object> made) {
    this.byPlugin = byPlugin;
    this.opener = opener;
    this.rehearsing = rehearsing;
    this.made = made;
  }

  /** The same configurations, with everything on. */
  Setups inRehearsal() {
    return new Setups(byPlugin, opener, true, made);
  }

  /** True if everything is on everywhere. */
  boolean isEmpty() {
    return rehearsing || byPlugin.isEmpty();
  }

  /** The narrowest scope that says anything decides; nobody says anything: it is on. */
  boolean isOn(String pluginId, Where where) {
    List<Setup> said = byPlugin.get(pluginId);
    if (rehearsing || said == null) {
      return true;
    }
    return narrowestFirst(said, where)
        .filter(setup -> setup.scope() == PluginScope.PLATFORM || setup.holdsAt(where.at()))
        .findFirst()
        .map(setup -> (setup.state() == Setup.State.ON) == setup.holdsAt(where.at()))
        .orElse(true);
  }

  /** The narrowest configuration that holds. */
  Optional<Setup> configuring(String pluginId, Where where) {
    List<Setup> said = byPlugin.get(pluginId);
    return said == null
        ? Optional.empty()
        : narrowestFirst(said, where)
            .filter(setup -> setup.configuration() != null && setup.holdsAt(where.at()))
            .findFirst();
  }

  private static Stream<Setup> narrowestFirst(List<Setup> said, Where where) {
    return said.stream()
        .filter(setup -> setup.state() != Setup.State.ENDED && setup.isFor(where))
        .sorted(Comparator.comparingInt((Setup setup) -> -setup.narrowness(where)));
  }

  /**
   * The bean as it works there. Runs code of the plugin: call it behind the door.
   *
   * @throws IllegalStateException if its configuration does not fit any more
   */
  Object beanOf(Extension extension, Where where) {
    if (extension.configuration() == null) {
      return extension.bean();
    }
    Setup setup = configuring(extension.pluginId(), where).orElse(null);
    if (setup == null) {
      return extension.bean();
    }
    Made key = new Made(extension.point(), extension.name(), setup.id());
    Object known = made.get(key);
    if (known == null) {
      known = make(extension, setup);
      made.put(key, known);
    }
    return known;
  }

  private Object make(Extension extension, Setup setup) {
    JsonNode open = opener.open(extension.pluginId(), setup.configuration());
    ConfigurationReader reader = new ConfigurationReader();
    Record configuration = reader.read(open, extension.configuration(), "configuration");
    if (configuration == null) {
      throw new IllegalStateException(
          "its configuration does not fit any more: "
              + reader.violations().stream()
                  .map((Violation wrong) -> wrong.field() + " " + wrong.message())
                  .collect(Collectors.joining("; ")));
    }
    Object configured = with((Configurable<?>) extension.bean(), configuration);
    if (!extension.point().isOne(configured)) {
      throw new IllegalStateException(
          "with() answered " + configured + ", which is no " + extension.point());
    }
    return configured;
  }

  static <C extends Record> Object with(Configurable<C> bean, Record configuration) {
    return bean.with(bean.configurationType().cast(configuration));
  }
}
