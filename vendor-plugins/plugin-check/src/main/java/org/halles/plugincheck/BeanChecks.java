package org.halles.plugincheck;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private void look(BeanManager beans, boolean withContracts) {
    Map<String, Object> instances = new TreeMap<>();
    Set<String> found = new HashSet<>();
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      String name = bean.getBeanClass().getName();
      found.add(name);
      if (plugin.provides().contains(name)) {
        instances.put(
            name,
            beans.getReference(bean, bean.getBeanClass(), beans.createCreationalContext(bean)));
      }
    }
    plugin.provides().stream().filter(name -> !found.contains(name)).forEach(this::missing);
    ExtensionChecks extensions = new ExtensionChecks(plugin, report);
    instances.forEach((name, instance) -> extensions.look(name, instance, withContracts));
  }

  private void missing(String name) {
    report.fault(
        "%s would be silently missing: it needs a scope annotation such as @ApplicationScoped, and"
            + " every class it refers to must be in the JDK, Jakarta EE, the SPI or this jar",
        name);
  }
}
