package org.halles.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads the audit log reads words, not the codes that the use cases write. */
class DeedsTest {

  private static final Path USE_CASES = Path.of("../marketplace-ejb/src/main/java");
  private static final Pattern ACTION = Pattern.compile("audit\\.record\\(\\s*\"([a-z-]+)\"");

  /** A helper that writes down what it is called with. */
  private static final Pattern HELPER =
      Pattern.compile("\\b(\\w+)\\([^()]*\\bString action\\b[^()]*\\)\\s*\\{");

  private static final String CODE = "\"([a-z]+(?:-[a-z]+)+)\"";
  private static final Pattern CHOSEN =
      Pattern.compile("\\?\\s*" + CODE + "\\s*:\\s*" + CODE + "\\s*[,;)]");
  private static final Path TEMPLATES =
      USE_CASES.resolve("org/halles/marketplace/ledger/Templates.java");
  private static final Pattern TEMPLATE = Pattern.compile("String [A-Z_]+ = \"([a-z-]+)\"");
  private static final Pattern SUBJECT = Pattern.compile("Subject\\.of\\(\\s*\"([a-z-]+)\"");

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void what_was_done_and_to_what_is_said_in_words(String language) throws IOException {
    Set<String> keys = new TreeSet<>();
    helped().forEach(code -> keys.add("action." + code));
    codes(ACTION).forEach(code -> keys.add("action." + code));
    codes(SUBJECT).forEach(code -> keys.add("subject." + code));

    assertThat(keys).hasSizeGreaterThan(60);
    assertThat(keys).allMatch(key -> Bundles.in(language).has(key), "has its words");
  }

  /** Deeds that files write down through a helper, or one of two by how it went. */
  private static Set<String> helped() throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(USE_CASES)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .map(DeedsTest::read)
          .filter(source -> source.contains("audit.record("))
          .forEach(source -> helped(source, codes));
    }
    return codes;
  }

  private static void helped(String source, Set<String> codes) {
    Matcher helper = HELPER.matcher(source);
    while (helper.find()) {
      Matcher call = Pattern.compile("\\b" + helper.group(1) + "\\(\\s*" + CODE).matcher(source);
      while (call.find()) {
        codes.add(call.group(1));
      }
      call =
          Pattern.compile("\\b" + helper.group(1) + "\\([^;]*?\\b\\w+,\\s*" + CODE).matcher(source);
      while (call.find()) {
        codes.add(call.group(1));
      }
      Matcher chosen = CHOSEN.matcher(source);
      while (chosen.find()) {
        codes.add(chosen.group(1));
        codes.add(chosen.group(2));
      }
    }
    Matcher written = Pattern.compile("audit\\.record\\([^;]*?" + CHOSEN.pattern()).matcher(source);
    while (written.find()) {
      codes.add(written.group(1));
      codes.add(written.group(2));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void every_kind_of_entry_of_the_book_is_said_in_words(String language) {
    Set<String> templates = new TreeSet<>();
    Matcher found = TEMPLATE.matcher(read(TEMPLATES));
    while (found.find()) {
      templates.add(found.group(1));
    }

    assertThat(templates).hasSizeGreaterThan(30);
    assertThat(templates)
        .allMatch(code -> Bundles.in(language).has("template." + code), "has its words");
  }

  private static Set<String> codes(Pattern written) throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(USE_CASES)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .map(DeedsTest::read)
          .forEach(
              source -> {
                Matcher found = written.matcher(source);
                while (found.find()) {
                  codes.add(found.group(1));
                }
              });
    }
    return codes;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
