package org.halles.marketplace.moderation;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.plugin.CheckView;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;

/** What the operator sets: which edits need no person, how soon the others are due. */
@ApplicationScoped
@Transactional
public class ModerationSettings {

  private static final String RULE = "edit-rule";
  private static final String TARGET = "target-hours";
  private static final int USUAL_HOURS = 24;

  private Database database;
  private Plugins plugins;
  private Audit audit;

  protected ModerationSettings() {}

  @Inject
  ModerationSettings(Database database, Plugins plugins, Audit audit) {
    this.database = database;
    this.plugins = plugins;
    this.audit = audit;
  }

  /** Which edits need no person. */
  @Allowed(Role.MODERATOR)
  public EditRule rule() {
    return read(RULE, new TypeReference<EditRule>() {}, EditRule.NONE);
  }

  @Allowed(Role.MODERATOR)
  public void setRule(EditRule rule) {
    Checklist checklist = new Checklist();
    rule.fields().stream()
        .filter(field -> !EditRule.POSSIBLE.contains(field))
        .forEach(
            field -> checklist.reject("fields", "must be some of " + EditRule.POSSIBLE, field));
    checklist.number("earlierApprovals", rule.earlierApprovals(), 0, 1_000, 0);
    checklist.done();
    write(RULE, rule(), rule);
  }

  /** How soon after it was handed in something should be decided. */
  Duration target() {
    return Duration.ofHours(hours());
  }

  /** The same in hours. */
  @Allowed(Role.MODERATOR)
  public int targetHours() {
    return hours();
  }

  private int hours() {
    return read(TARGET, new TypeReference<Integer>() {}, USUAL_HOURS);
  }

  /** For what is handed in from now on. */
  @Allowed(Role.MODERATOR)
  public void setTargetHours(int hours) {
    Checklist checklist = new Checklist();
    checklist.number("targetHours", hours, 1, 24 * 30, 0);
    checklist.done();
    write(TARGET, hours(), hours);
  }

  /** The checks that are switched on. */
  @Allowed(Role.MODERATOR)
  public List<CheckView> checks() {
    return plugins.listingChecks();
  }

  private <T> T read(String key, TypeReference<T> type, T usual) {
    return database
        .find(
            "select value from moderation_setting where key = ?",
            row -> row.json("value", type),
            key)
        .orElse(usual);
  }

  private void write(String key, Object before, Object after) {
    database.update(
        """
        insert into moderation_setting (key, value) values (?, ?::jsonb)
        on conflict (key) do update set value = excluded.value
        """,
        key,
        Json.write(after));
    audit.record(
        "set-moderation",
        Subject.of("moderation-setting", key),
        Map.of("value", before),
        Map.of("value", after));
  }
}
