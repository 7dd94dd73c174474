package org.halles.plugincheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halles.spi.PluginDescriptor;
import org.halles.spi.VersionRange;
import org.halles.spi.VersionRange.Version;
import org.junit.jupiter.api.Test;

/** Whoever adds to the SPI says so in spi-since.txt, and nobody takes anything away. */
class SpiHistoryTest {

  private static final Pattern MEMBER = Pattern.compile("([\\w.$]+)\\.([\\w$<>]+[(:].*)");

  private final SpiHistory history = SpiHistory.read();

  @Test
  void everything_the_first_version_did_not_have_is_named_with_the_version_it_came_with()
      throws Exception {
    Set<String> present = new TreeSet<>();
    for (Class<?> type : types()) {
      present.add(type.getName());
      SpiTypes.members(type).forEach(member -> present.add(named(member)));
    }
    Set<String> beginning = beginning();

    assertThat(present).as("what plugins may rely on stays").containsAll(beginning);
    assertThat(present)
        .as("add what is new to spi-since.txt, with SPI_VERSION")
        .allMatch(name -> beginning.contains(name) != isNewer(name));
    assertThat(history.named().keySet()).as("what is named is there").isSubsetOf(present);
  }

  @Test
  void nothing_came_with_a_version_that_is_still_to_come() {
    Version today = VersionRange.parse(PluginDescriptor.SPI_VERSION).from();

    assertThat(history.named().values())
        .isNotEmpty()
        .allMatch(version -> version.compareTo(today) <= 0);
  }

  private boolean isNewer(String name) {
    Matcher member = MEMBER.matcher(name);
    Version since =
        member.matches()
            ? history.of(new Member(member.group(1), member.group(2)))
            : history.of(name);
    return since.compareTo(SpiHistory.OLDEST) > 0;
  }

  private static String named(Member member) {
    return member.owner() + "." + member.signature();
  }

  private static List<Class<?>> types() throws Exception {
    Path place =
        Path.of(PluginDescriptor.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(place)) {
      return types(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return types(jar.getPath("/"));
    }
  }

  private static List<Class<?>> types(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('/', '.'))
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .<Class<?>>map(name -> SpiTypes.find(name).orElseThrow())
          .filter(SpiHistoryTest::isForOthers)
          .toList();
    }
  }

  private static boolean isForOthers(Class<?> type) {
    return SpiTypes.isForOthers(type.getModifiers())
        && !type.isAnonymousClass()
        && !type.isLocalClass()
        && (type.getDeclaringClass() == null || isForOthers(type.getDeclaringClass()));
  }

  private static Set<String> beginning() throws IOException {
    try (InputStream in = SpiHistoryTest.class.getResourceAsStream("spi-1.1.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
