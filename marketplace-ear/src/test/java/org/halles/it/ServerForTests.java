package org.halles.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.halles.launcher.Project;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Unpacks and configures the server before any test asks for it: Arquillian insists on finding one.
 */
public final class ServerForTests implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    try {
      Project.of(Path.of(System.getProperty("halles.project")))
          .installation(Path.of(System.getProperty("halles.it.server")))
          .ready();
      // Arquillian makes the server's other folders, but not this one
      Files.createDirectories(
          Path.of(System.getProperty("halles.it.home")).resolve("container/base/deployments"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
