package org.halles.launcher.plugin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.halles.launcher.Refusal;

/**
 * Exchanges the marketplace of a running server for one with other plugins. Requests that are under
 * way come to their end; those that come meanwhile are asked to come again; if the new one cannot
 * be deployed the old one is put back.
 */
public final class Exchange implements Change {

  private static final String NAME = "halles.ear";
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int LAST_REQUESTS_SECONDS = 20;

  private final Path installation;
  private final Path deployments;
  private final int managementPort;

  /**
   * @param installation the server's programs
   * @param base the folder with the running server's deployments
   * @param managementPort where its console listens
   */
  public Exchange(Path installation, Path base, int managementPort) {
    this.installation = installation;
    this.deployments = base.resolve("deployments");
    this.managementPort = managementPort;
  }

  @Override
  public Outcome to(Path ear) throws IOException, InterruptedException {
    Path current = deployments.resolve(NAME);
    if (!Files.isRegularFile(current)) {
      throw new Refusal("%s is no file: start the marketplace with ./halles run.", current);
    }
    if (!isThere()) {
      throw ended();
    }
    Path before = deployments.resolveSibling("halles-before.ear");
    Files.copy(current, before, StandardCopyOption.REPLACE_EXISTING);
    try (ServerConsole console = ServerConsole.of(installation, managementPort)) {
      console.run("version");
      Instant start = Instant.now();
      console.run(":suspend(suspend-timeout=" + LAST_REQUESTS_SECONDS + ")");
      Optional<String> fault;
      try {
        fault = deploy(console, ear);
        if (fault.isPresent()) {
          deploy(console, before)
              .ifPresent(
                  both -> {
                    throw new Refusal(
                        "Neither the new marketplace nor the old one starts: %s", both);
                  });
        }
      } finally {
        console.run(":resume");
      }
      return new Outcome(Duration.between(start, Instant.now()), fault);
    } finally {
      Files.deleteIfExists(before);
    }
  }

  /** Empty if it serves now; otherwise what the server said. */
  private Optional<String> deploy(ServerConsole console, Path ear)
      throws IOException, InterruptedException {
    Path place = deployments.resolve(NAME);
    Path half = deployments.resolveSibling(NAME + ".incoming");
    Files.copy(ear, half, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(marker("deployed"));
    Files.deleteIfExists(marker("failed"));
    Files.move(half, place, StandardCopyOption.ATOMIC_MOVE);
    Files.writeString(marker("dodeploy"), NAME);
    console.run("/subsystem=deployment-scanner/scanner=default:run-scan()");
    Instant end = Instant.now().plus(LIMIT);
    while (Instant.now().isBefore(end)) {
      if (Files.exists(marker("deployed"))) {
        return Optional.empty();
      }
      if (Files.exists(marker("failed"))) {
        return Optional.of(reason(Files.readString(marker("failed"))));
      }
      if (!isThere()) {
        throw ended();
      }
      Thread.sleep(100);
    }
    return Optional.of("it was not deployed within " + LIMIT.toMinutes() + " minutes");
  }

  private static Refusal ended() {
    return new Refusal(
        "the server has ended; it starts again by itself with the plugins it had. Wait until it"
            + " serves, and try once more.");
  }

  private boolean isThere() {
    try (Socket knock = new Socket(InetAddress.getLoopbackAddress(), managementPort)) {
      return knock.isConnected();
    } catch (IOException nobody) {
      return false;
    }
  }

  private Path marker(String state) {
    return deployments.resolve(NAME + "." + state);
  }

  /** The server tells everything that went wrong after it too: the first cause says it. */
  private static String reason(String failed) {
    String text = failed.replaceAll("\\s+", " ").strip();
    int cause = text.lastIndexOf("Caused by: ");
    String told = cause < 0 ? text : text.substring(cause + "Caused by: ".length());
    return told.length() > 600 ? told.substring(0, 600) + "…" : told;
  }
}
