package org.halles.launcher;

import java.io.IOException;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. Where we are root (a container, a build machine), it runs in a
 * user namespace in which it is nobody; its files stay ours.
 */
final class AsRoot {
  private static final List<String> NAMESPACE = List.of("unshare", "-U");

  private AsRoot() {}

  /** What to write before a PostgreSQL command; nothing for a normal user. */
  static List<String> prefix() throws IOException, InterruptedException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return List.of();
    }
    if (!namespacesAllowed()) {
      throw new Refusal(
          "PostgreSQL does not run as root, and this machine does not allow user namespaces"
              + " (unshare -U). Run as a normal user, or set HALLES_DB_URL, HALLES_DB_USER and"
              + " HALLES_DB_PASSWORD to a PostgreSQL of your own.");
    }
    return NAMESPACE;
  }

  private static boolean namespacesAllowed() throws InterruptedException {
    try {
      return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
    } catch (IOException notInstalled) {
      return false;
    }
  }
}
