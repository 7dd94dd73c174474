package org.halles.marketplace.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;

/** What was said about plugins, in the database: versions are added, never changed. */
@ApplicationScoped
class SetupStore {

  /** A version as it is kept, with what people see beside it. */
  record Kept(
      Setup setup,
      String shown,
      int version,
      boolean latest,
      boolean byVendor,
      String reason,
      String by,
      Instant at) {}

  private static final String COLUMNS =
      """
      select s.*, s.configuration::text as content, coalesce(v.slug, s.scope_value) as shown
        from plugin_setup s left join vendor v on s.scope = 'VENDOR' and v.id::text = s.scope_value
      """;

  private final Database database;

  @Inject
  SetupStore(Database database) {
    this.database = database;
  }

  protected SetupStore() {
    this(null);
  }

  /** What holds, of all plugins. */
  List<Setup> latest() {
    return database.list(
        """
        select id, plugin_id, scope, scope_value, state, valid_from, valid_to,
               configuration::text as content
          from plugin_setup where latest and state <> 'ENDED'
        """,
        SetupStore::setup);
  }

  /** What was said about one plugin, newest first; only what still holds, if wanted. */
  Page<Kept> list(String pluginId, boolean latestOnly, Paging paging) {
    Long below = paging.keys(1).map(keys -> keys.whole(0)).orElse(null);
    List<Kept> rows =
        database.list(
            COLUMNS
                + """
                 where s.plugin_id = ? and (?::bigint is null or s.id < ?)
                   and (s.latest and s.state <> 'ENDED' or not ?)
                 order by s.id desc limit ?
                """,
            SetupStore::kept,
            pluginId,
            below,
            below,
            latestOnly,
            paging.limit() + 1);
    return Page.of(rows, paging.limit(), last -> Paging.cursor(last.setup().id()));
  }

  /** What holds for one vendor, of all plugins. */
  List<Kept> ofVendor(String vendorId) {
    return database.list(
        COLUMNS + " where s.scope = 'VENDOR' and s.scope_value = ? and s.latest",
        SetupStore::kept,
        vendorId);
  }

  Optional<Kept> find(String pluginId, long id) {
    return database.find(
        COLUMNS + " where s.plugin_id = ? and s.id = ?", SetupStore::kept, pluginId, id);
  }

  Optional<Kept> latest(String pluginId, PluginScope scope, String value) {
    return database.find(
        COLUMNS + " where s.plugin_id = ? and s.scope = ? and s.scope_value = ? and s.latest",
        SetupStore::kept,
        pluginId,
        scope,
        value);
  }

  /** Adds the next version; the one before no longer holds. */
  Kept add(Setup setup, boolean byVendor, String reason, String by, Instant at) {
    database.update(
        """
        update plugin_setup set latest = false
         where plugin_id = ? and scope = ? and scope_value = ? and latest
        """,
        setup.pluginId(),
        setup.scope(),
        setup.value());
    long id =
        database
            .find(
                """
                insert into plugin_setup (plugin_id, scope, scope_value, version, latest, state,
                  valid_from, valid_to, configuration, by_vendor, reason, changed_by, changed_at)
                select ?, ?, ?, 1 + coalesce(max(version), 0), true, ?, ?, ?, ?::jsonb, ?, ?, ?, ?
                  from plugin_setup where plugin_id = ? and scope = ? and scope_value = ?
                returning id
                """,
                row -> row.whole("id"),
                setup.pluginId(),
                setup.scope(),
                setup.value(),
                setup.state(),
                setup.from(),
                setup.to(),
                setup.configuration() == null ? null : setup.configuration().toString(),
                byVendor,
                reason,
                by,
                at,
                setup.pluginId(),
                setup.scope(),
                setup.value())
            .orElseThrow();
    return find(setup.pluginId(), id).orElseThrow();
  }

  /** What the operator leaves to vendors, by plugin; absent for nothing. */
  Map<String, VendorChoice> choices() {
    return database
        .list(
            "select plugin_id, vendor_choice from plugin_state where vendor_choice <> 'NONE'",
            row -> Map.entry(row.text("plugin_id"), row.one("vendor_choice", VendorChoice.class)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  void leave(String pluginId, VendorChoice choice, String by, Instant at) {
    database.update(
        """
        insert into plugin_state (plugin_id, enabled, updated_at, updated_by, vendor_choice)
        values (?, true, ?, ?, ?)
        on conflict (plugin_id) do update set vendor_choice = excluded.vendor_choice,
          updated_at = excluded.updated_at, updated_by = excluded.updated_by
        """,
        pluginId,
        at,
        by,
        choice);
  }

  private static Kept kept(Row row) throws SQLException {
    return new Kept(
        setup(row),
        row.text("shown"),
        row.integer("version"),
        row.flag("latest"),
        row.flag("by_vendor"),
        row.text("reason"),
        row.text("changed_by"),
        row.instant("changed_at"));
  }

  private static Setup setup(Row row) throws SQLException {
    String content = row.text("content");
    return new Setup(
        row.whole("id"),
        row.text("plugin_id"),
        row.one("scope", PluginScope.class),
        row.text("scope_value"),
        row.one("state", Setup.State.class),
        row.instant("valid_from"),
        row.instant("valid_to"),
        content == null ? null : row.json("content", JsonNode.class));
  }
}
