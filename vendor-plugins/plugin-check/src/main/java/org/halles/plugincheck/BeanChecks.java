package org.halles.plugincheck;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.halles.spi.PluginDescriptor;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/**
 * Starts a container like the server's with the plugin and its neighbours in it: what cannot be
 * injected there would keep the whole marketplace from starting.
 */
final class BeanChecks {

  private final Path jar;
  private final PluginDescriptor plugin;
  private final Neighbours neighbours;
  private final Report report;

  BeanChecks(Path jar, PluginDescriptor plugin, Neighbours neighbours, Report report) {
    this.jar = jar;
    this.plugin = plugin;
    this.neighbours = neighbours;
    this.report = report;
  }

  void run(boolean withContracts) throws IOException {
    List<Path> jars = new ArrayList<>(neighbours.pluginJars());
    jars.add(jar);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (PluginLoader loader = new PluginLoader(jars)) {
      thread.setContextClassLoader(loader);
      Weld weld = new Weld("check").setClassLoader(loader).skipShutdownHook();
      try (WeldContainer container = weld.initialize()) {
        look(container.getBeanManager(), withContracts);
      }
    } catch (RuntimeException | LinkageError refused) {
      report.fault(
          "the marketplace could not start with it: %s",
          String.valueOf(refused.getMessage()).replaceAll("\\s+", " "));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private void look(BeanManager manager, boolean withContracts) {
    Map<String, Bean<?>> beans = new TreeMap<>();
    manager
        .getBeans(Object.class, Any.Literal.INSTANCE)
        .forEach(bean -> beans.put(bean.getBeanClass().getName(), bean));
    plugin.provides().stream().filter(name -> !beans.containsKey(name)).forEach(this::missing);
    List<String> brought = look(manager, beans, plugin, report, withContracts);
    for (PluginDescriptor other : neighbours.plugins().values()) {
      List<String> taken = look(manager, beans, other, new Report(), false);
      brought.stream().filter(taken::contains).forEach(name -> taken(name, other));
    }
  }

  /** What a plugin brings by name. */
  private static List<String> look(
      BeanManager manager,
      Map<String, Bean<?>> beans,
      PluginDescriptor whose,
      Report report,
      boolean withContracts) {
    ExtensionChecks extensions = new ExtensionChecks(whose, report);
    whose.provides().stream()
        .filter(beans::containsKey)
        .sorted()
        .forEach(
            name -> {
              Bean<?> bean = beans.get(name);
              Object instance =
                  manager.getReference(
                      bean, bean.getBeanClass(), manager.createCreationalContext(bean));
              extensions.look(name, instance, withContracts);
            });
    return extensions.brought();
  }

  /** Two of one name: only one of them would ever be asked. */
  private void taken(String what, PluginDescriptor other) {
    report.fault(
        "it brings %s, which %s %s brings already: give it a name of your own",
        what, other.name(), other.version());
  }

  private void missing(String name) {
    report.fault(
        "%s would be silently missing: it needs a scope annotation such as @ApplicationScoped, and"
            + " every class it refers to must be in the JDK, Jakarta EE, the SPI or this jar",
        name);
  }
}
