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
  private final SetupStore setups;
  private final SealedSettings locked;

  @Inject
  Switches(Database database, SetupStore setups, SealedSettings locked) {
    this.database = database;
    this.setups = setups;
    this.locked = locked;
  }

  protected Switches() {
    this(null, null, null);
  }

  /**
   * What is said now, in a transaction of its own: one small statement as long as nothing changed.
   *
   * @throws PersistenceException if the database is away
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  SwitchedOn.Said read(SwitchedOn.Said known) {
    SwitchedOn.Said now =
        database
            .find(
                """
                select (select coalesce(max(id), 0) from plugin_setup) as version,
                       (select array_agg(plugin_id) from plugin_state where not enabled) as off
                """,
                row ->
                    new SwitchedOn.Said(
                        Set.copyOf(row.texts("off")), row.whole("version"), known.setups()))
            .orElseThrow();
    return now.version() == known.version()
        ? now
        : new SwitchedOn.Said(now.off(), now.version(), new Setups(setups.latest(), locked::open));
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
    outdateQuotes();
  }

  /**
   * What was quoted before becomes stale. Holds the versions until the end of the transaction: what
   * is said about plugins is written one after the other, so that ids rise with commits.
   */
  void outdateQuotes() {
    database.update("update basis set version = version + 1");
  }
}
