package org.halles.launcher.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.halles.launcher.Refusal;
import org.wildfly.core.launcher.CliCommandBuilder;

/** The running server's own console: commands go in, what it says comes out. */
final class ServerConsole implements AutoCloseable {

  private static final String END = "halles-end-";

  private final Process process;
  private final PrintWriter in;
  private final BufferedReader out;
  private int commands;

  private ServerConsole(Process process) {
    this.process = process;
    this.in = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Connects, which takes some seconds; {@link #run} waits for it. */
  static ServerConsole of(Path installation, int managementPort) throws IOException {
    ProcessBuilder cli =
        new ProcessBuilder(
            CliCommandBuilder.of(installation)
                .addJavaOption("-Djboss.home.dir=" + installation)
                .addJavaOption("-Xmx128m")
                .setConnection("127.0.0.1", managementPort)
                .addCliArgument("--no-color-output")
                .build());
    cli.environment().put("JBOSS_HOME", installation.toString());
    return new ServerConsole(cli.redirectErrorStream(true).start());
  }

  /**
   * Runs a command to its end.
   *
   * @throws Refusal if the server refuses it or does not answer
   */
  String run(String command) throws IOException {
    String end = END + ++commands;
    in.println(command);
    in.println("echo " + end);
    StringBuilder answer = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.strip().equals(end)) {
        if (answer.indexOf("\"outcome\" => \"failed\"") >= 0) {
          throw new Refusal("The server refused %s:%n%s", command, answer);
        }
        return answer.toString();
      }
      answer.append(line).append(System.lineSeparator());
    }
    throw new Refusal("The server's console ended at %s:%n%s", command, answer);
  }

  @Override
  public void close() {
    in.close();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stop) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
