package org.halles.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** One running WildFly with the marketplace's EAR in it. */
public final class ApplicationServer {
  private static final List<String> JVM =
      List.of(
          "-Xms256m",
          "-Xmx1g",
          "-XX:MetaspaceSize=160m",
          "-XX:+UseParallelGC",
          "-XX:+ExitOnOutOfMemoryError",
          "-Djava.net.preferIPv4Stack=true",
          // asked to end, it lets requests end first; it is waited for a little longer
          "-Dorg.wildfly.sigterm.suspend.timeout=20",
          "-Djava.awt.headless=true",
          "-Dorg.jboss.logmanager.nocolor=true",
          "-Djboss.modules.system.pkgs=org.jboss.byteman",
          "-Dfile.encoding=UTF-8");

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path installation;
  private final Path base;
  private final Path log;
  private final int portOffset;
  private Process process;

  /**
   * A server that does not run yet.
   *
   * @param installation the configured WildFly
   * @param base the folder for this server's deployments and temporary files
   * @param log the file that its output is written to
   * @param portOffset added to each of its ports
   */
  public ApplicationServer(Path installation, Path base, Path log, int portOffset) {
    this.installation = installation;
    this.base = base;
    this.log = log;
    this.portOffset = portOffset;
  }

  /** Starts it with the EAR; {@link #awaitReady} tells when it serves. */
  public void start(Path ear, Map<String, String> environment, List<String> options)
      throws IOException {
    deploy(ear);
    Path configuration = base.resolve("configuration");
    Files.writeString(
        configuration.resolve("logging.properties"), LogFormat.of(options).firstLines());
    StandaloneCommandBuilder command =
        StandaloneCommandBuilder.of(installation)
            .setJavaOptions(JVM)
            .addJavaOptions(options)
            .setBaseDirectory(base)
            .setServerConfiguration(Traces.configuration(configuration, options))
            .addServerArgument("-Djboss.socket.binding.port-offset=" + portOffset);
    Files.createDirectories(log.getParent());
    if (Files.exists(log)) {
      Path earlier = log.resolveSibling(log.getFileName() + ".1");
      Files.move(log, earlier, StandardCopyOption.REPLACE_EXISTING);
    }
    ProcessBuilder builder = new ProcessBuilder(command.build());
    builder.environment().putIfAbsent("HALLES_URL", "http://127.0.0.1:" + (8080 + portOffset));
    builder.environment().putAll(environment);
    process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .directory(base.toFile())
            .start();
  }

  public Process process() {
    return process;
  }

  /** Waits until the marketplace says that it is ready to sell. */
  public void awaitReady(Duration limit) throws IOException, InterruptedException {
    if (!readyWithin(limit)) {
      throw failed("The server was not ready within " + limit.toSeconds() + " s.");
    }
  }

  /**
   * Waits so long; false if it is still starting then.
   *
   * @throws Refusal if it will never be ready
   */
  boolean readyWithin(Duration limit) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(limit);
    while (!ready()) {
      if (!process.isAlive()) {
        throw failed("The server stopped while starting.");
      }
      if (Files.exists(base.resolve("deployments/halles.ear.failed"))) {
        throw failed("The marketplace could not be deployed.");
      }
      if (Instant.now().isAfter(end)) {
        return false;
      }
      Thread.sleep(200);
    }
    return true;
  }

  /** Lets running requests finish, then stops; after 30 s it is ended. */
  public void stop() throws InterruptedException {
    if (process != null && process.isAlive()) {
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
  }

  private void deploy(Path ear) throws IOException {
    Path delivered = installation.resolve("standalone/configuration");
    Path configuration = base.resolve("configuration");
    if (!Files.exists(configuration) || !Files.isSameFile(configuration, delivered)) {
      // a node's copy of a former version would be started with the new one's programs
      Folders.delete(configuration);
      Folders.copy(delivered, configuration);
    }
    Path deployments = base.resolve("deployments");
    Folders.delete(deployments);
    Folders.delete(base.resolve("tmp"));
    Files.createDirectories(deployments);
    Files.copy(ear, deployments.resolve("halles.ear"));
    Files.createFile(deployments.resolve("halles.ear.dodeploy"));
  }

  private Refusal failed(String what) {
    return new Refusal("%s%s", what, new ServerLog(log).reasons());
  }

  private boolean ready() throws InterruptedException {
    URI health = URI.create("http://127.0.0.1:" + (9990 + portOffset) + "/health/ready");
    HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
