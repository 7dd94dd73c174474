package org.halles.launcher.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which added jars a marketplace starts with, and what is told of the others. */
class PluginStockTest {

  /** Wants the jars named in a file's second line beside it. */
  private static final class Needy implements JarCheck {

    @Override
    public Verdict whole(Path jar, List<Path> beside) throws IOException {
      return quick(jar, beside);
    }

    @Override
    public Verdict quick(Path jar, List<Path> beside) throws IOException {
      String name = jar.getFileName().toString();
      if (name.equals("bad.jar")) {
        return new Verdict(
            false, "  wrong   the id 'x' is taken:\n      give it another\n  note    more\n");
      }
      boolean missing =
          name.equals("a-first.jar")
              && beside.stream().noneMatch(one -> one.endsWith("z-last.jar"));
      return missing
          ? new Verdict(false, "  wrong   it needs the plugin z-last\n")
          : new Verdict(true, "  fine    good\n");
    }
  }

  @TempDir private Path folder;
  private PluginStock stock;

  @BeforeEach
  void aMarketplaceWithAFolderForPlugins() throws IOException {
    Path ear = folder.resolve("halles.ear");
    zip(ear, "lib/other.txt", "nothing");
    Files.createDirectories(folder.resolve("plugins"));
    Files.createDirectories(folder.resolve("run"));
    stock = new PluginStock(ear, folder, new Needy());
  }

  private void add(String id) throws IOException {
    zip(
        folder.resolve("plugins/" + id + ".jar"),
        "META-INF/halles-plugin.properties",
        "id=%s\nname=Plugin %s\nversion=1.0.0\nauthor=A\nspi=1\nprovides=a.B\n".formatted(id, id));
  }

  private static void zip(Path file, String entry, String text) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aPluginThatNeedsOneLaterInTheAlphabetStartsWithIt() throws Exception {
    add("a-first");
    add("z-last");

    try (ZipFile ear = new ZipFile(stock.marketplace().toFile())) {
      assertThat(ear.getEntry("lib/a-first.jar")).isNotNull();
      assertThat(ear.getEntry("lib/z-last.jar")).isNotNull();
      assertThat(ear.getEntry("lib/" + LeftOut.LIBRARY)).isNull();
    }
  }

  @Test
  void whatIsLeftOutIsToldToTheMarketplaceWithItsNameAndTheReason() throws Exception {
    add("good");
    add("bad");

    try (ZipFile ear = new ZipFile(stock.marketplace().toFile())) {
      assertThat(ear.getEntry("lib/good.jar")).isNotNull();
      assertThat(ear.getEntry("lib/bad.jar")).isNull();
      assertThat(told(ear))
          .contains("\"jar\":\"plugins/bad.jar\"", "name=Plugin bad")
          .contains("[\"the id 'x' is taken: give it another\"]")
          .doesNotContain("good");
    }
  }

  private static String told(ZipFile ear) throws IOException {
    try (InputStream in = ear.getInputStream(ear.getEntry("lib/" + LeftOut.LIBRARY));
        ZipInputStream jar = new ZipInputStream(in)) {
      assertThat(jar.getNextEntry().getName()).isEqualTo(LeftOut.RESOURCE);
      return new String(jar.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A check beside a start once kept the marketplace from starting. */
  @Test
  void severalCommandsUnpackTheSameMarketplaceAtOnce() throws Exception {
    Path ear = folder.resolve("large.ear");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(ear))) {
      for (int number = 0; number < 40; number++) {
        zip.putNextEntry(new ZipEntry("lib/library-%d.jar".formatted(number)));
        zip.write(new byte[50_000]);
      }
    }
    Path into = folder.resolve("run/libraries");
    Callable<List<Path>> command = () -> PluginFolder.libraries(ear, into);
    ExecutorService commands = Executors.newFixedThreadPool(4);

    for (Future<List<Path>> unpacked : commands.invokeAll(Collections.nCopies(12, command))) {
      assertThat(unpacked.get()).hasSize(40).allSatisfy(jar -> assertThat(jar).hasSize(50_000));
    }
    commands.shutdown();
  }

  @Test
  void ofAnotherMarketplaceOtherLibrariesAreUnpacked() throws Exception {
    Path into = folder.resolve("run/libraries");
    Path ear = folder.resolve("first.ear");
    zip(ear, "lib/changed.jar", "first");
    PluginFolder.libraries(ear, into);
    zip(ear, "lib/gone.jar", "first");
    PluginFolder.libraries(ear, into);
    zip(ear, "lib/changed.jar", "other");

    assertThat(PluginFolder.libraries(ear, into)).containsExactly(into.resolve("changed.jar"));

    assertThat(into.resolve("changed.jar")).hasContent("other");
    assertThat(into).isDirectoryNotContaining("glob:**gone.jar");
  }

  @Test
  void theListNamesWhatIsLeftOutAndWhatTheMarketplaceFoundWrong() throws Exception {
    add("good");
    add("bad");
    FoundFaults found =
        () -> List.of(new FoundFaults.Faulty("good", List.of("a.B has no name: return one")));

    String list = said(new PluginCommand(stock, Optional.empty(), found), "list");

    assertThat(list)
        .containsPattern("good +1.0.0 +added +Plugin good")
        .containsPattern(
            "bad +1.0.0 +left out +Plugin bad\\R +the id 'x' is taken: give it another\\R")
        .contains("./halles plugin remove bad")
        .containsPattern("good takes no part, or not with all it brings:\\R +a.B has no name");
  }

  @Test
  void aJarUnderAnotherNameIsTakenOutByTheIdOfItsPlugin() throws Exception {
    add("acme");
    Files.move(folder.resolve("plugins/acme.jar"), folder.resolve("plugins/download-3.jar"));

    String list = said(new PluginCommand(stock, Optional.empty()), "list");
    said(new PluginCommand(stock, Optional.empty()), "remove", "acme");

    assertThat(list).containsPattern("acme +1.0.0 +added +Plugin acme \\(download-3.jar\\)");
    assertThat(folder.resolve("plugins/download-3.jar")).doesNotExist();
    add("bad");
    said(new PluginCommand(stock, Optional.empty()), "remove", "plugins/bad.jar");
    assertThat(folder.resolve("plugins/bad.jar")).doesNotExist();
  }

  @Test
  void nobodyWaitsForTheRemovalOfAJarThatTookNoPart() throws Exception {
    add("bad");
    Change change =
        ear -> {
          throw new AssertionError("the running marketplace was exchanged for nothing");
        };

    String said = said(new PluginCommand(stock, Optional.of(change)), "remove", "bad");

    assertThat(said).contains("bad is removed; it took no part");
    assertThat(folder.resolve("plugins/bad.jar")).doesNotExist();
  }

  private static String said(PluginCommand command, String... arguments) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      command.run(List.of(arguments));
    } finally {
      System.setOut(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
