package org.halles.plugincheck;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.halles.spi.PluginDescriptor;

/**
 * The content of a jar, unpacked into memory.
 *
 * @param path where it lies
 * @param entries its files by name
 */
record Jar(Path path, Map<String, byte[]> entries) {

  private static final long LARGEST = 200_000_000;

  static Jar open(Path path) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    long size = 0;
    try (ZipFile zip = new ZipFile(path.toFile())) {
      for (ZipEntry entry : List.copyOf(zip.stream().map(ZipEntry.class::cast).toList())) {
        if (!entry.isDirectory()) {
          try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes((int) (LARGEST - size) + 1);
            size += content.length;
            if (size > LARGEST) {
              throw new IOException("it unpacks to more than " + LARGEST / 1_000_000 + " MB");
            }
            entries.put(entry.getName(), content);
          }
        }
      }
    }
    return new Jar(path, entries);
  }

  /** The names of its classes, without those for newer releases of Java only. */
  List<String> classes() {
    return entries.keySet().stream()
        .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
        .filter(name -> !name.endsWith("module-info.class"))
        .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
        .toList();
  }

  byte[] bytesOf(String className) {
    return entries.get(className.replace('.', '/') + ".class");
  }

  /** Who it says it is; empty if it is no plugin. */
  Optional<PluginDescriptor> descriptor() throws IOException {
    byte[] content = entries.get(PluginDescriptor.RESOURCE);
    return content == null
        ? Optional.empty()
        : Optional.of(PluginDescriptor.read(new ByteArrayInputStream(content)));
  }
}
