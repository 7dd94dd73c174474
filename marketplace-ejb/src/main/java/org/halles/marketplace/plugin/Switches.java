package org.halles.marketplace.plugin;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Which plugins are switched off. Kept in the database, so that all servers agree; remembered here
 * for a moment, so that asking costs nothing.
 */
@ApplicationScoped
class Switches {

  private static final Logger LOG = Logger.getLogger(Switches.class);
  private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();

  @Resource(lookup = "java:jboss/datasources/HallesDS")
  private DataSource database;

  private final AtomicLong readAgainAt = new AtomicLong(System.nanoTime());
  private volatile Set<String> off = Set.of();
  private volatile Directory directory;

  protected Switches() {}

  Switches(DataSource database) {
    this.database = database;
  }

  /** What is switched on of these. */
  Directory directory(List<Extension> extensions) {
    boolean changed = refresh();
    Directory known = directory;
    if (known == null || changed) {
      known = new Directory(extensions, off);
      directory = known;
    }
    return known;
  }

  boolean isOff(String pluginId) {
    refresh();
    return off.contains(pluginId);
  }

  /**
   * Switches a plugin on or off, in the caller's transaction. Whatever was quoted becomes stale.
   */
  void set(String pluginId, boolean on, String reason, String by, Instant at) {
    try (Connection connection = database.getConnection()) {
      try (PreparedStatement write =
          connection.prepareStatement(
              """
              insert into plugin_state (plugin_id, enabled, reason, updated_at, updated_by)
              values (?, ?, ?, ?, ?)
              on conflict (plugin_id) do update set enabled = excluded.enabled,
                reason = excluded.reason, updated_at = excluded.updated_at,
                updated_by = excluded.updated_by
              """)) {
        write.setString(1, pluginId);
        write.setBoolean(2, on);
        write.setString(3, reason);
        write.setObject(4, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
        write.setString(5, by);
        write.executeUpdate();
      }
      try (PreparedStatement stale =
          connection.prepareStatement("update basis set version = version + 1")) {
        stale.executeUpdate();
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("cannot switch plugin " + pluginId, failed);
    }
  }

  /** Reads again at the next question. */
  void forget() {
    readAgainAt.set(System.nanoTime());
  }

  /** One thread reads, the others go on with what is known. */
  private boolean refresh() {
    long due = readAgainAt.get();
    long now = System.nanoTime();
    if (now - due < 0 || !readAgainAt.compareAndSet(due, now + FRESH_NANOS)) {
      return false;
    }
    try {
      Set<String> read = read();
      boolean changed = !read.equals(off);
      off = read;
      return changed;
    } catch (SQLException away) {
      LOG.warnf("cannot read which plugins are switched off, going on as before: %s", away);
      return false;
    }
  }

  private Set<String> read() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select plugin_id from plugin_state where not enabled");
        ResultSet rows = query.executeQuery()) {
      Set<String> read = new HashSet<>();
      while (rows.next()) {
        read.add(rows.getString(1));
      }
      return Set.copyOf(read);
    }
  }
}
