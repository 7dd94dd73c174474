package org.halles.marketplace.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;
import org.halles.marketplace.shared.Database;

/** Which plugins are switched off, as all servers know it. */
@ApplicationScoped
class Switches {

  private final Database database;

  @Inject
  Switches(Database database) {
    this.database = database;
  }

  protected Switches() {
    this(null);
  }

  /**
   * The plugins that are off, in a transaction of its own.
   *
   * @throws PersistenceException if the database is away
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Set<String> off() {
    return Set.copyOf(
        database.list(
            "select plugin_id from plugin_state where not enabled", row -> row.text("plugin_id")));
  }

  /** Switches a plugin on or off, in the caller's transaction; what was quoted becomes stale. */
  void set(String pluginId, boolean on, String reason, String by, Instant at) {
    database.update(
        """
        insert into plugin_state (plugin_id, enabled, reason, updated_at, updated_by)
        values (?, ?, ?, ?, ?)
        on conflict (plugin_id) do update set enabled = excluded.enabled,
          reason = excluded.reason, updated_at = excluded.updated_at,
          updated_by = excluded.updated_by
        """,
        pluginId,
        on,
        reason,
        at,
        by);
    database.update("update basis set version = version + 1");
  }
}
