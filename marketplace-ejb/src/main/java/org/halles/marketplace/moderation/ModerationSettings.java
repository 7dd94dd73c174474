package org.halles.marketplace.moderation;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.HashMap;
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
import org.halles.marketplace.shared.NotFound;
import org.halles.spi.CheckSetting;

/** What the operator sets: which edits need no person, how soon the others are due, the checks. */
@ApplicationScoped
@Transactional
public class ModerationSettings {

  private static final String RULE = "edit-rule";
  private static final String TARGET = "target-hours";
  private static final String CHECK = "check:";
  private static final int USUAL_HOURS = 24;
  private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

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

  /** What was set, by check; what was not holds as usual. */
  @Allowed(Role.MODERATOR)
  public Map<String, Map<String, String>> checkSettings() {
    Map<String, Map<String, String>> set = new HashMap<>();
    database.list(
        "select key, value from moderation_setting where key like 'check:%'",
        row -> set.put(row.text("key").substring(CHECK.length()), row.json("value", WORDS)));
    return set;
  }

  /** Sets what a check goes by. */
  @Allowed(Role.MODERATOR)
  public void setCheck(String id, Map<String, String> values) {
    CheckView check =
        plugins.listingChecks().stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFound("check", id));
    Map<String, String> checked = checked(check, values == null ? Map.of() : values);
    write(CHECK + id, checkSettings().getOrDefault(id, Map.of()), checked);
  }

  private static Map<String, String> checked(CheckView check, Map<String, String> values) {
    Checklist checklist = new Checklist();
    Map<String, String> checked = new HashMap<>();
    for (CheckSetting setting : check.settings()) {
      String value = values.get(setting.name());
      if (value != null) {
        checked.put(setting.name(), checked(checklist, setting, value));
      }
    }
    checklist.done();
    return checked;
  }

  private static String checked(Checklist checklist, CheckSetting setting, String value) {
    if (setting.kind() == CheckSetting.Kind.NUMBER && !value.strip().matches("0*[1-9]\\d{0,8}")) {
      checklist.reject(setting.name(), "must be a whole number above zero", value);
    }
    String text = checklist.optional(setting.name(), value, 50_000);
    return text == null ? "" : text;
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
