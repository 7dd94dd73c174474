package org.halles.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real input that lies beside the checkout on some machines and is no part of the project. A test
 * that asks for it where it is absent is skipped, and counted as skipped.
 */
public final class SharedInput {
  private SharedInput() {}

  /** A file or folder of the shared input. */
  public static Path path(String name) {
    String shared = System.getProperty("halles.shared", "");
    assumeTrue(!shared.isBlank(), "no shared input: -Dhalles.shared is not set");
    Path path = Path.of(shared).resolve(name);
    assumeTrue(Files.exists(path), () -> "no shared input at " + path);
    return path;
  }
}
