package org.halles.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a server that did not start has to say, out of the thousand lines around it. */
final class ServerLog {
  private static final Pattern REASON =
      Pattern.compile(
          "^\\s*Caused by: |^\\S+ \\S+ (ERROR|FATAL) |^\\{.*\"level\":\"(ERROR|FATAL)\"");
  private static final int LINES = 6;
  private static final int WIDTH = 400;

  private final Path file;

  ServerLog(Path file) {
    this.file = file;
  }

  /** Its last line, shortened. */
  String last() {
    try (Stream<String> lines = Files.lines(file)) {
      String last = lines.filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
      return last.substring(0, Math.min(WIDTH, last.length()));
    } catch (IOException | UncheckedIOException unreadable) {
      return "its log cannot be read: " + file;
    }
  }

  /** The last reasons it names, and where the rest is. */
  String reasons() {
    try (Stream<String> lines = Files.lines(file)) {
      List<String> reasons =
          lines
              .filter(line -> REASON.matcher(line).find())
              .map(line -> "  " + line.strip().substring(0, Math.min(WIDTH, line.strip().length())))
              .distinct()
              .toList();
      return reasons.stream()
              .skip(Math.max(0, reasons.size() - LINES))
              .collect(
                  Collectors.joining(
                      System.lineSeparator(), System.lineSeparator(), System.lineSeparator()))
          + "The whole log: "
          + file;
    } catch (IOException unreadable) {
      return " See " + file + ".";
    }
  }
}
