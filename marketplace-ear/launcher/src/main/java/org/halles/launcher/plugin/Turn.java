package org.halles.launcher.plugin;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Who may say which plugins the servers of a home have: one command, or the launcher that starts a
 * server again. Otherwise a server that is killed while a plugin is taken out would start with what
 * lies there at that moment, and the nodes would differ for good. A process that dies gives its
 * turn back.
 */
public final class Turn implements AutoCloseable {

  private final FileChannel file;

  private Turn(FileChannel file) {
    this.file = file;
  }

  /** Empty while somebody else has it. */
  public static Optional<Turn> take(Path home) throws IOException {
    Path place = Files.createDirectories(home.resolve("run")).resolve("plugins.lock");
    FileChannel file = FileChannel.open(place, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = file.tryLock();
    } catch (OverlappingFileLockException here) {
      // another thread of this process has it
    } finally {
      if (lock == null) {
        file.close();
      }
    }
    return lock == null ? Optional.empty() : Optional.of(new Turn(file));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
