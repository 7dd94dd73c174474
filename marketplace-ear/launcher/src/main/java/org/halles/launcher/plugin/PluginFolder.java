package org.halles.launcher.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.halles.launcher.Refusal;
import org.halles.spi.PluginDescriptor;

/**
 * The jars that an operator has added: {@code plugins/ID.jar} in the marketplace's home. They are
 * part of every start and of every new build, until they are removed.
 */
public final class PluginFolder {

  private static final String JAR = ".jar";

  private final Path folder;

  private PluginFolder(Path folder) {
    this.folder = folder;
  }

  /** Of the marketplace with this home. */
  public static PluginFolder in(Path home) {
    return new PluginFolder(home.resolve("plugins"));
  }

  /** What was added, by id. */
  public Map<String, Path> jars() throws IOException {
    Map<String, Path> jars = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      for (Path jar : jarsIn(folder)) {
        jars.put(nameOf(jar), jar);
      }
    }
    return jars;
  }

  /** Under which name a jar was added: its plugin's id, unless somebody laid it there by hand. */
  static String nameOf(Path jar) {
    String name = jar.getFileName().toString();
    return name.substring(0, name.length() - JAR.length());
  }

  /** The name of the jar that is called so, as a file too, or holds the plugin of this id. */
  Optional<String> find(String id) throws IOException {
    Map<String, Path> jars = jars();
    String name = id.replaceFirst("^plugins/", "").replaceFirst("\\.jar$", "");
    if (jars.containsKey(name)) {
      return Optional.of(name);
    }
    return jars.values().stream()
        .filter(jar -> readable(jar).filter(plugin -> plugin.id().equals(id)).isPresent())
        .map(PluginFolder::nameOf)
        .findFirst();
  }

  /** The added jars without the one of this id, which may be about to be replaced. */
  List<Path> others(String id) throws IOException {
    Map<String, Path> jars = jars();
    jars.remove(id);
    return List.copyOf(jars.values());
  }

  Path place(String id) {
    return folder.resolve(id + JAR);
  }

  /** Keeps a jar under its plugin's id, whatever its file was called. */
  void keep(String id, Path jar) throws IOException {
    Files.createDirectories(folder);
    Path half = folder.resolve(id + ".incoming");
    Files.copy(jar, half, StandardCopyOption.REPLACE_EXISTING);
    Files.move(half, place(id), StandardCopyOption.ATOMIC_MOVE);
  }

  void forget(String id) throws IOException {
    Files.deleteIfExists(place(id));
  }

  /** The delivered marketplace with these jars among its libraries, and told what was left out. */
  static Path merge(Path delivered, Iterable<Path> jars, List<LeftOut> leftOut, Path into)
      throws IOException {
    Files.createDirectories(into.getParent());
    Path half = into.resolveSibling(into.getFileName() + ".half");
    Files.copy(delivered, half, StandardCopyOption.REPLACE_EXISTING);
    // given as jar: for the file's own name does not end like an archive's
    try (FileSystem ear = FileSystems.newFileSystem(URI.create("jar:" + half.toUri()), Map.of())) {
      for (Path jar : jars) {
        Files.copy(
            jar, ear.getPath("/lib/" + jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
      if (!leftOut.isEmpty()) {
        Files.write(ear.getPath("/lib/" + LeftOut.LIBRARY), LeftOut.library(leftOut));
      }
    }
    return Files.move(half, into, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * The libraries of a marketplace, unpacked, so that a new plugin can be held against them.
   * Several commands may do so at once, in the same folder: what is there already is left alone.
   */
  static List<Path> libraries(Path ear, Path into) throws IOException {
    Files.createDirectories(into);
    Set<Path> unpacked = new TreeSet<>();
    try (ZipFile zip = new ZipFile(ear.toFile())) {
      for (ZipEntry entry : List.copyOf(zip.stream().map(ZipEntry.class::cast).toList())) {
        if (entry.getName().startsWith("lib/") && entry.getName().endsWith(JAR)) {
          Path place = into.resolve(Path.of(entry.getName()).getFileName());
          unpacked.add(place);
          if (!Files.exists(place) || crcOf(place) != entry.getCrc()) {
            unpack(zip, entry, place);
          }
        }
      }
    }
    for (Path old : jarsIn(into)) {
      if (!unpacked.contains(old)) {
        Files.deleteIfExists(old);
      }
    }
    return List.copyOf(unpacked);
  }

  private static void unpack(ZipFile zip, ZipEntry entry, Path place) throws IOException {
    Path half = Files.createTempFile(place.getParent(), place.getFileName().toString(), ".half");
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, half, StandardCopyOption.REPLACE_EXISTING);
      Files.move(half, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  private static long crcOf(Path file) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(Files.readAllBytes(file));
    return sum.getValue();
  }

  /** Who a jar says it is; empty if it is no plugin. */
  static Optional<PluginDescriptor> descriptor(Path jar) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(PluginDescriptor.RESOURCE);
      if (entry == null) {
        return Optional.empty();
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return Optional.of(PluginDescriptor.read(in));
      }
    } catch (ZipException damaged) {
      throw new Refusal(
          "%s is no jar, or it is damaged (%s): build it again.", jar, damaged.getMessage());
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new Refusal("%s: %s", jar, unreadable.getMessage());
    }
  }

  /** The same, and empty as well if it cannot be read. */
  static Optional<PluginDescriptor> readable(Path jar) {
    try {
      return descriptor(jar);
    } catch (Refusal unreadable) {
      return Optional.empty();
    }
  }

  private static List<Path> jarsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(JAR)).sorted().toList();
    }
  }
}
