package org.halles.marketplace.commission;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.halles.marketplace.plugin.ConfigurationWriter;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;

/** Reads what an operator wrote as a rule, and names everything that is wrong with it at once. */
@ApplicationScoped
class RuleChecks {

  /** What a rule consists of, checked. The configuration is in the kind's own words. */
  record Checked(String group, RuleScope scope, JsonNode configuration) {}

  static final String USUAL_GROUP = "commission";

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_REASON = 500;

  private static final List<String> LANGUAGES = List.of("fr", "en");

  private static final Pattern GROUP = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  private final Database database;
  private final RuleBooks books;
  private final Plugins plugins;

  @Inject
  RuleChecks(Database database, RuleBooks books, Plugins plugins) {
    this.database = database;
    this.books = books;
    this.plugins = plugins;
  }

  protected RuleChecks() {
    this(null, null, null);
  }

  /**
   * @throws InvalidInput naming everything that is wrong
   */
  Checked check(NewRule rule) {
    List<Violation> violations = new ArrayList<>();
    checkNames(rule, violations);
    checkReasons(rule, violations);
    String group = rule.group() == null ? USUAL_GROUP : rule.group();
    if (!GROUP.matcher(group).matches()) {
      violations.add(
          new Violation("group", "must be lower-case letters, digits and hyphens", group));
    }
    if (rule.position() != null && rule.position() < 1) {
      violations.add(new Violation("position", "must be 1 or more", "" + rule.position()));
    }
    JsonNode configuration = configuration(rule, violations);
    RuleScope scope = scope(rule.scope(), violations);
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    return new Checked(group, scope, configuration);
  }

  private static void checkReasons(NewRule rule, List<Violation> violations) {
    if (rule.reason() != null && rule.reason().length() > LONGEST_REASON) {
      violations.add(new Violation("reason", "must have at most 500 characters", rule.reason()));
    }
    if (rule.reasons() == null) {
      return;
    }
    rule.reasons()
        .byLanguage()
        .forEach(
            (language, text) -> {
              if (!LANGUAGES.contains(language)) {
                violations.add(
                    new Violation("reasons", "must be in fr and en, and no other", language));
              } else if (text.length() > LONGEST_REASON) {
                violations.add(
                    new Violation("reasons." + language, "must have at most 500 characters", text));
              }
            });
  }

  private static void checkNames(NewRule rule, List<Violation> violations) {
    String name = rule.called();
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      violations.add(new Violation("name", "must have 1 to 120 characters", name));
    }
    if (rule.names() == null) {
      return;
    }
    for (String language : LANGUAGES) {
      String text = rule.names().byLanguage().getOrDefault(language, "");
      if (text.isBlank() || text.length() > LONGEST_NAME) {
        violations.add(new Violation("names." + language, "must have 1 to 120 characters", text));
      }
    }
    rule.names().byLanguage().keySet().stream()
        .filter(language -> !LANGUAGES.contains(language))
        .forEach(
            other ->
                violations.add(
                    new Violation("names", "must be in fr and en, and no other", other)));
  }

  /** Of which kinds there may be rules now. */
  Collection<String> kindNames() {
    return plugins.ruleKinds();
  }

  List<RuleKind> kinds() {
    return plugins.ruleKinds().stream()
        .flatMap(
            kind ->
                plugins.configurationOf(kind).stream()
                    .map(record -> RuleKind.of(kind, plugins.labelOf(kind), record)))
        .toList();
  }

  private JsonNode configuration(NewRule rule, List<Violation> violations) {
    if (rule.kind() == null || plugins.configurationOf(rule.kind()).isEmpty()) {
      violations.add(new Violation("kind", "must be one of " + plugins.ruleKinds(), rule.kind()));
      return null;
    }
    JsonNode given =
        rule.configuration() == null
            ? com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode()
            : rule.configuration();
    RuleBooks.Configured configured = books.configure(rule.kind(), given, "configuration");
    violations.addAll(configured.violations());
    if (configured.record() == null && configured.violations().isEmpty()) {
      violations.add(new Violation("kind", configured.fault(), rule.kind()));
    }
    return configured.record() == null ? null : ConfigurationWriter.write(configured.record());
  }

  private RuleScope scope(NewRule.Scope scope, List<Violation> violations) {
    NewRule.Scope given = scope == null ? NewRule.Scope.EVERYTHING : scope;
    checkBand(given, violations);
    if (given.validFrom() != null
        && given.validTo() != null
        && !given.validFrom().isBefore(given.validTo())) {
      violations.add(
          new Violation("scope.validTo", "must be after validFrom", given.validTo().toString()));
    }
    return new RuleScope(
        vendor(given.vendor(), violations),
        existing("category", "slug", given.category(), violations),
        given.listing() == null
                || existing("listing", "id::text", given.listing().toString(), violations) == null
            ? null
            : given.listing(),
        given.priceFrom(),
        given.priceTo(),
        given.validFrom(),
        given.validTo());
  }

  private static void checkBand(NewRule.Scope scope, List<Violation> violations) {
    if (scope.priceFrom() == null || scope.priceTo() == null) {
      return;
    }
    if (!scope.priceFrom().currency().equals(scope.priceTo().currency())) {
      violations.add(
          new Violation(
              "scope.priceTo",
              "must be in the currency of priceFrom, " + scope.priceFrom().currency(),
              scope.priceTo().toString()));
    } else if (scope.priceFrom().compareTo(scope.priceTo()) >= 0) {
      violations.add(
          new Violation(
              "scope.priceTo",
              "must be above priceFrom, " + scope.priceFrom(),
              scope.priceTo().toString()));
    }
  }

  private UUID vendor(String slugOrId, List<Violation> violations) {
    if (slugOrId == null) {
      return null;
    }
    Optional<UUID> found =
        database.find(
            "select id from vendor where slug = ? or id::text = ?",
            row -> row.uuid("id"),
            slugOrId,
            slugOrId);
    if (found.isEmpty()) {
      violations.add(
          new Violation("scope.vendor", "is neither a vendor's slug nor its id", slugOrId));
    }
    return found.orElse(null);
  }

  private String existing(String table, String column, String value, List<Violation> violations) {
    if (value != null
        && database
            .find("select 1 as one from " + table + " where " + column + " = ?", row -> true, value)
            .isEmpty()) {
      violations.add(new Violation("scope." + table, "there is no such " + table, value));
      return null;
    }
    return value;
  }
}
