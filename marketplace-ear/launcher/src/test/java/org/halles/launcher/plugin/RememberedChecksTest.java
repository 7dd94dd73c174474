package org.halles.launcher.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar that was found good is not looked at again while nothing changed. */
class RememberedChecksTest {

  /** Counts, and finds good what does not say otherwise. */
  private static final class Counting implements JarCheck {

    private final List<Path> looked = new ArrayList<>();

    @Override
    public Verdict whole(Path jar, List<Path> beside) throws IOException {
      return quick(jar, beside);
    }

    @Override
    public Verdict quick(Path jar, List<Path> beside) throws IOException {
      looked.add(jar);
      boolean good = !Files.readString(jar).contains("bad");
      return new Verdict(good, good ? "  fine    it is\n" : "  wrong   it is not\n");
    }
  }

  @TempDir private Path folder;
  private final Counting counting = new Counting();
  private Path jar;
  private Path beside;
  private Path program;

  @BeforeEach
  void aJarBesideAnother() throws IOException {
    jar = Files.writeString(folder.resolve("a.jar"), "good");
    beside = Files.writeString(folder.resolve("b.jar"), "other");
    program = Files.writeString(folder.resolve("check.jar"), "program");
  }

  @Test
  void what_was_found_good_is_remembered_by_its_content_for_the_next_command() throws Exception {
    JarCheck.Verdict first = quick();

    assertThat(quick()).isEqualTo(first);
    assertThat(counting.looked).hasSize(1);
  }

  @Test
  void another_content_of_the_jar_of_what_lies_beside_it_or_of_the_program_is_looked_at()
      throws Exception {
    quick();
    Files.writeString(jar, "good too");
    quick();
    Files.writeString(beside, "another");
    quick();
    Files.writeString(program, "newer");
    quick();

    assertThat(counting.looked).hasSize(4);
  }

  @Test
  void what_was_refused_is_looked_at_again() throws Exception {
    Files.writeString(jar, "bad");

    assertThat(quick().good()).isFalse();
    assertThat(quick().good()).isFalse();
    assertThat(counting.looked).hasSize(2);
  }

  @Test
  void the_whole_check_is_always_done() throws Exception {
    quick();

    assertThat(remembered().whole(jar, List.of(beside)).good()).isTrue();
    assertThat(counting.looked).hasSize(2);
  }

  private JarCheck.Verdict quick() throws IOException, InterruptedException {
    return remembered().quick(jar, List.of(beside));
  }

  /** As a new command begins: it knows nothing but what lies in the folder. */
  private RememberedChecks remembered() {
    return new RememberedChecks(counting, program.toString(), folder.resolve("checked"));
  }
}
