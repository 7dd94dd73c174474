package org.halles.marketplace.plugin;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/**
 * The extensions that are switched on, remembered for a moment, so that asking costs nothing. While
 * the database is away what was known last goes on holding.
 */
final class SwitchedOn {

  private static final Logger LOG = Logger.getLogger(SwitchedOn.class);
  private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();

  private final List<Extension> extensions;
  private final UnaryOperator<Said> readAgain;
  private final AtomicLong readAgainAt = new AtomicLong(System.nanoTime());
  private final AtomicLong changes = new AtomicLong();
  private long publishedAt;
  private volatile Said said = Said.NOTHING;
  private volatile Directory directory;

  /**
   * What operators and vendors said.
   *
   * @param off the plugins that are switched off altogether
   * @param version rises with every setup
   */
  record Said(Set<String> off, long version, Setups setups) {
    static final Said NOTHING = new Said(Set.of(), 0, Setups.NONE);

    boolean isSameAs(Said other) {
      return version == other.version && off.equals(other.off);
    }
  }

  /**
   * @param extensions all that are installed
   * @param readAgain what is said now, given what was known
   */
  SwitchedOn(List<Extension> extensions, UnaryOperator<Said> readAgain) {
    this.extensions = extensions;
    this.readAgain = readAgain;
    this.directory = new Directory(extensions, Set.of(), Setups.NONE);
  }

  Directory directory() {
    refresh();
    return directory;
  }

  boolean isOff(String pluginId) {
    refresh();
    return said.off().contains(pluginId);
  }

  Setups setups() {
    refresh();
    return said.setups();
  }

  /** Reads again at the next question. */
  void forget() {
    changes.incrementAndGet();
    readAgainAt.set(System.nanoTime());
  }

  /** What was read before a change must not hide what was read after it. */
  private synchronized void publish(Said read, long seen) {
    if (seen >= publishedAt && !read.isSameAs(said)) {
      directory = new Directory(extensions, read.off(), read.setups());
      said = read;
    }
    publishedAt = Math.max(publishedAt, seen);
  }

  /** One thread reads, the others go on with what is known. */
  private void refresh() {
    long due = readAgainAt.get();
    long now = System.nanoTime();
    if (now - due < 0 || !readAgainAt.compareAndSet(due, now + FRESH_NANOS)) {
      return;
    }
    try {
      long seen = changes.get();
      publish(readAgain.apply(said), seen);
    } catch (RuntimeException away) {
      LOG.warnf("cannot read which plugins are switched off, going on as before: %s", away);
    }
  }
}
