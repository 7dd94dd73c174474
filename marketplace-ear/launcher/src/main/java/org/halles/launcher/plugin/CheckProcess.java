package org.halles.launcher.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Looks at a jar in a process of its own: whatever it does there, it does to nobody else.
 *
 * <p>The process gets little memory and little time; a plugin that needs more of either is told so.
 */
public final class CheckProcess implements JarCheck {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final String classPath;
  private final Path scratch;

  /**
   * @param classPath of the checking program
   * @param scratch a folder for what it says
   */
  public CheckProcess(String classPath, Path scratch) {
    this.classPath = classPath;
    this.scratch = scratch;
  }

  @Override
  public Verdict whole(Path jar, List<Path> beside) throws IOException, InterruptedException {
    return run(jar, beside, List.of());
  }

  @Override
  public Verdict quick(Path jar, List<Path> beside) throws IOException, InterruptedException {
    return run(jar, beside, List.of("--no-contracts"));
  }

  private Verdict run(Path jar, List<Path> beside, List<String> options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", classPath, "org.halles.plugincheck.PluginCheck"));
    command.addAll(options);
    beside.forEach(other -> command.addAll(List.of("--beside", other.toString())));
    command.add(jar.toString());
    Path said = Files.createTempFile(Files.createDirectories(scratch), "check", ".txt");
    Path murmured = Files.createTempFile(scratch, "check", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(said.toFile())
              .redirectError(murmured.toFile())
              .start();
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        return new Verdict(
            false, "  wrong   the check did not end within " + LIMIT.toMinutes() + " minutes\n");
      }
      return verdict(process.exitValue(), said, murmured);
    } finally {
      Files.deleteIfExists(said);
      Files.deleteIfExists(murmured);
    }
  }

  private static Verdict verdict(int code, Path said, Path murmured) throws IOException {
    String text = Files.readString(said, StandardCharsets.UTF_8);
    return switch (code) {
      case 0 -> new Verdict(true, text);
      case 1 -> new Verdict(false, text.isBlank() ? broken(murmured) : text);
      case 3 -> new Verdict(false, text + "  wrong   it uses up 256 MB of memory by itself\n");
      default -> new Verdict(false, text + broken(murmured));
    };
  }

  private static String broken(Path murmured) throws IOException {
    List<String> lines = Files.readAllLines(murmured, StandardCharsets.UTF_8);
    List<String> last = lines.subList(Math.max(0, lines.size() - 8), lines.size());
    return "  wrong   the check broke off:\n            "
        + String.join("\n            ", last)
        + "\n";
  }
}
