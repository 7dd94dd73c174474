package org.halles.launcher.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Puts another marketplace in the place of the one that runs. */
public interface Change {

  /**
   * How it went.
   *
   * @param closed how long nobody answered
   * @param rolledBackFor why everything is as before; empty if it was changed
   */
  record Outcome(Duration closed, Optional<String> rolledBackFor) {}

  /** Changes to this marketplace, or leaves everything as it was. */
  Outcome to(Path ear) throws IOException, InterruptedException;
}
