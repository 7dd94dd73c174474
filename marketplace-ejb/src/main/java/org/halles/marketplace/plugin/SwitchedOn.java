package org.halles.marketplace.plugin;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The extensions that are switched on, remembered for a moment, so that asking costs nothing. While
 * the database is away what was known last goes on holding.
 */
final class SwitchedOn {

  private static final Logger LOG = Logger.getLogger(SwitchedOn.class);
  private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();

  private final List<Extension> extensions;
  private final Supplier<Set<String>> readOff;
  private final AtomicLong readAgainAt = new AtomicLong(System.nanoTime());
  private volatile Set<String> off = Set.of();
  private volatile Directory directory;

  /**
   * @param extensions all that are installed
   * @param readOff which plugins are switched off
   */
  SwitchedOn(List<Extension> extensions, Supplier<Set<String>> readOff) {
    this.extensions = extensions;
    this.readOff = readOff;
    this.directory = new Directory(extensions, off);
  }

  Directory directory() {
    refresh();
    return directory;
  }

  boolean isOff(String pluginId) {
    refresh();
    return off.contains(pluginId);
  }

  /** Reads again at the next question. */
  void forget() {
    readAgainAt.set(System.nanoTime());
  }

  /** One thread reads, the others go on with what is known. */
  private void refresh() {
    long due = readAgainAt.get();
    long now = System.nanoTime();
    if (now - due < 0 || !readAgainAt.compareAndSet(due, now + FRESH_NANOS)) {
      return;
    }
    try {
      Set<String> read = readOff.get();
      if (!read.equals(off)) {
        directory = new Directory(extensions, read);
        off = read;
      }
    } catch (RuntimeException away) {
      LOG.warnf("cannot read which plugins are switched off, going on as before: %s", away);
    }
  }
}
