package org.halles.plugincheck;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sees what a plugin sees on the server: the JDK, Jakarta EE, the SPI and the other plugins. */
final class PluginLoader extends URLClassLoader {

  private static final List<String> SERVER =
      List.of(
          "java.",
          "javax.",
          "jdk.",
          "sun.",
          "jakarta.",
          "org.w3c.dom.",
          "org.xml.sax.",
          "org.halles.spi.",
          "org.jboss.weld.",
          "org.jboss.logging.");

  PluginLoader(List<Path> jars) throws IOException {
    super(urls(jars), new Server(PluginLoader.class.getClassLoader()));
  }

  private static URL[] urls(List<Path> jars) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  /** This program's own libraries are not on the server. */
  private static final class Server extends ClassLoader {
    Server(ClassLoader program) {
      super(program);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (SERVER.stream().noneMatch(name::startsWith)) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }
  }
}
