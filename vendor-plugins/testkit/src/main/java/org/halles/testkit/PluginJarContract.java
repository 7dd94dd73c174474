package org.halles.testkit;

import static org.halles.testkit.Promise.check;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.halles.spi.PluginDescriptor;
import org.junit.jupiter.api.Test;

/** What Halles needs to find in a plugin's jar: who it is, and that its beans may be discovered. */
public abstract class PluginJarContract {

  private static final String SPI = "org.halles.spi.";

  /** Any class of the plugin. */
  protected abstract Class<?> plugin();

  @Test
  void its_descriptor_can_be_read_and_suits_this_spi() throws Exception {
    PluginDescriptor descriptor = descriptor();

    check(
        descriptor.suitsThisSpi(),
        "spi=%s, but this SPI is %s",
        descriptor.spi(),
        PluginDescriptor.SPI_VERSION);
  }

  @Test
  void every_bean_it_provides_loads_and_implements_an_extension_point() throws Exception {
    for (String name : descriptor().provides()) {
      Class<?> bean;
      try {
        bean = Class.forName(name, false, plugin().getClassLoader());
      } catch (ClassNotFoundException | LinkageError missing) {
        throw new AssertionError(
            "provides=%s, but that class cannot be loaded: %s".formatted(name, missing), missing);
      }
      check(
          extensionPoints(bean).stream().anyMatch(point -> point.startsWith(SPI)),
          "provides=%s, but that class implements no interface of %s",
          name,
          SPI);
      check(
          Arrays.stream(bean.getAnnotations())
              .anyMatch(a -> a.annotationType().getName().startsWith("jakarta.")),
          "%s has no scope, so CDI will not find it: annotate it with @ApplicationScoped",
          name);
    }
  }

  @Test
  void it_carries_a_beans_xml() throws Exception {
    try (InputStream in = open("META-INF/beans.xml")) {
      check(in.readAllBytes().length > 0, "META-INF/beans.xml is empty");
    }
  }

  private PluginDescriptor descriptor() throws IOException, URISyntaxException {
    try (InputStream in = open(PluginDescriptor.RESOURCE)) {
      return PluginDescriptor.read(in);
    }
  }

  /** From the jar or folder the plugin's class came from, not from another plugin's. */
  private InputStream open(String resource) throws IOException, URISyntaxException {
    URL home = plugin().getProtectionDomain().getCodeSource().getLocation();
    String path = home.getPath().endsWith("/") ? home + resource : "jar:" + home + "!/" + resource;
    try {
      return new URI(path).toURL().openStream();
    } catch (IOException missing) {
      throw new AssertionError(resource + " is missing from " + home, missing);
    }
  }

  private static Set<String> extensionPoints(Class<?> bean) {
    Set<String> names = new HashSet<>();
    for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
      Arrays.stream(type.getInterfaces()).forEach(one -> addWithAbove(one, names));
    }
    return names;
  }

  /** A plugin may put an interface of its own between. */
  private static void addWithAbove(Class<?> one, Set<String> names) {
    names.add(one.getName());
    Arrays.stream(one.getInterfaces()).forEach(above -> addWithAbove(above, names));
  }
}
