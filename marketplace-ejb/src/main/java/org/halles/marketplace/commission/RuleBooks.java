package org.halles.marketplace.commission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.plugin.Answer;
import org.halles.marketplace.plugin.ConfigurationReader;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.Rate;

/** Keeps the rule book of the current version in memory and reads it anew when that changes. */
@ApplicationScoped
public class RuleBooks {

  /** The name of the version in the table of bases. */
  static final String BASIS = "commission-rules";

  private static final Rate USUAL_FALLBACK = Rate.percent("15");

  /** A rule that could not be made ready is tried again after a while: its plugin may recover. */
  private static final long TRY_AGAIN_NANOS = Duration.ofSeconds(15).toNanos();

  private record Read(RuleBook book, long atNanos) {
    boolean holdsFor(long version) {
      return book.version() == version
          && (book.isComplete() || System.nanoTime() - atNanos < TRY_AGAIN_NANOS);
    }
  }

  private final Database database;
  private final RuleStore rules;
  private final Plugins plugins;
  private volatile Read last;

  @Inject
  RuleBooks(Database database, RuleStore rules, Plugins plugins) {
    this.database = database;
    this.rules = rules;
    this.plugins = plugins;
  }

  protected RuleBooks() {
    this(null, null, null);
  }

  /**
   * The book of this version, which the caller read in its own statement: as long as nothing
   * changed, this asks the database nothing.
   */
  public RuleBook at(long version) {
    Read known = last;
    if (known != null && known.holdsFor(version)) {
      return known.book();
    }
    Read read = new Read(read(version), System.nanoTime());
    last = read;
    return read.book();
  }

  /**
   * A book with one rule for every sale, which is not in force.
   *
   * @throws InvalidInput naming everything that is wrong with its configuration
   */
  public RuleBook draft(String kind, JsonNode configuration) {
    JsonNode given = configuration == null ? JsonNodeFactory.instance.objectNode() : configuration;
    Configured configured = configure(kind, given, "configuration");
    if (!configured.violations().isEmpty()) {
      throw new InvalidInput(configured.violations());
    }
    if (configured.record() == null) {
      throw new InvalidInput(new Violation("kind", configured.fault(), kind));
    }
    ActiveRule rule =
        new ActiveRule(
            new UUID(0, 0),
            1,
            kind,
            null,
            kind,
            RuleChecks.USUAL_GROUP,
            RuleScope.EVERYTHING,
            configured.record(),
            null);
    return new RuleBook(0, List.of(rule), fallback(), vat());
  }

  /** The book in force. */
  public RuleBook current() {
    return at(
        database
            .find("select version from basis where name = ?", row -> row.whole("version"), BASIS)
            .orElseThrow());
  }

  private RuleBook read(long version) {
    List<ActiveRule> active = new ArrayList<>();
    for (RuleVersion rule : rules.active()) {
      active.add(ready(rule));
    }
    return new RuleBook(version, active, fallback(), vat());
  }

  private ActiveRule ready(RuleVersion rule) {
    Configured configured = configure(rule.kind(), rule.configuration(), "configuration");
    return new ActiveRule(
        rule.id(),
        rule.version(),
        rule.name(),
        rule.names(),
        rule.kind(),
        rule.group(),
        rule.scope(),
        configured.record(),
        configured.fault());
  }

  /**
   * A configuration made into the plugin's record.
   *
   * @param record null if there is a fault
   * @param violations what is wrong with the JSON
   * @param fault the same in one sentence, or why the plugin could not be asked
   */
  record Configured(Record record, List<Violation> violations, String fault) {}

  Configured configure(String kind, JsonNode json, String path) {
    Optional<Class<? extends Record>> type = plugins.configurationOf(kind);
    if (type.isEmpty()) {
      return new Configured(null, List.of(), "no installed plugin provides rules of kind " + kind);
    }
    Answer<Configured> answer =
        plugins.converse(talk -> talk.within(kind, () -> read(json, type.get(), path)));
    return answer.failed() ? new Configured(null, List.of(), answer.fault()) : answer.value();
  }

  private static Configured read(JsonNode json, Class<? extends Record> type, String path) {
    ConfigurationReader reader = new ConfigurationReader();
    Record record = reader.read(json, type, path);
    List<Violation> violations = reader.violations();
    return violations.isEmpty()
        ? new Configured(record, violations, null)
        : new Configured(
            null,
            violations,
            "its configuration does not fit any more: " + violations.get(0).message());
  }

  private Rate fallback() {
    return setting("commission-fallback")
        .map(JsonNode::asText)
        .map(text -> Rate.percent(text.replace("%", "").strip()))
        .orElse(USUAL_FALLBACK);
  }

  private CommissionVat vat() {
    return setting("commission-vat")
        .map(
            json ->
                new CommissionVat(
                    json.path("jurisdiction").asText(),
                    rates(json.path("traders")),
                    rates(json.path("privatePersons"))))
        .orElse(CommissionVat.FRANCE);
  }

  private static Map<String, Rate> rates(JsonNode json) {
    Map<String, Rate> rates = new HashMap<>();
    json.fields()
        .forEachRemaining(
            field ->
                rates.put(
                    field.getKey(),
                    Rate.percent(field.getValue().asText().replace("%", "").strip())));
    return rates;
  }

  private Optional<JsonNode> setting(String key) {
    return database.find(
        "select value::text as value from setting where key = ?",
        row -> Json.read(row.text("value"), JsonNode.class),
        key);
  }
}
