package org.halles.marketplace.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;

/** Reads what somebody wants to hold for a plugin, and names everything that is wrong at once. */
@ApplicationScoped
class SetupChecks {

  private static final int LONGEST_REASON = 500;

  private final Plugins plugins;
  private final SetupStore store;
  private final SealedSettings locked;
  private final Database database;

  @Inject
  SetupChecks(Plugins plugins, SetupStore store, SealedSettings locked, Database database) {
    this.plugins = plugins;
    this.store = store;
    this.locked = locked;
    this.database = database;
  }

  protected SetupChecks() {
    this(null, null, null, null);
  }

  /**
   * The version to be kept. Dots stand for the secrets that hold now.
   *
   * @throws InvalidInput naming everything that is wrong
   */
  Setup check(String pluginId, NewSetup wanted) {
    return check(pluginId, wanted, kept -> true);
  }

  /**
   * The same of what a vendor chooses: dots stand for secrets the vendor typed, never for those the
   * operator typed for it.
   */
  Setup checkOfVendor(String pluginId, NewSetup wanted) {
    return check(pluginId, wanted, SetupStore.Kept::byVendor);
  }

  private Setup check(String pluginId, NewSetup wanted, Predicate<SetupStore.Kept> own) {
    List<Violation> violations = new ArrayList<>();
    PluginScope scope = wanted.scope() == null ? PluginScope.PLATFORM : wanted.scope();
    if (!plugins.inventory().scopesOf(pluginId).contains(scope)) {
      violations.add(
          new Violation(
              "scope",
              "must be one of " + plugins.inventory().scopesOf(pluginId) + " for this plugin",
              scope.name()));
    }
    String value = value(scope, wanted.value(), violations);
    period(wanted, violations);
    if (wanted.reason() != null && wanted.reason().length() > LONGEST_REASON) {
      violations.add(
          new Violation(
              "reason", "must have at most " + LONGEST_REASON + " characters", wanted.reason()));
    }
    JsonNode configuration =
        configuration(pluginId, former(pluginId, scope, value, own), wanted, violations);
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    return new Setup(
        0,
        pluginId,
        scope,
        value,
        Boolean.FALSE.equals(wanted.on()) ? Setup.State.OFF : Setup.State.ON,
        wanted.from(),
        wanted.to(),
        configuration);
  }

  /** The scope's value as it is kept. */
  String value(PluginScope scope, String typed, List<Violation> violations) {
    String value = typed == null ? "" : typed.strip();
    if (scope == PluginScope.PLATFORM) {
      return "";
    }
    if (value.isEmpty()) {
      violations.add(new Violation("value", "is missing", null));
      return "";
    }
    Optional<String> found =
        switch (scope) {
          case COUNTRY ->
              Optional.of(value.toUpperCase(Locale.ROOT)).filter(SetupChecks::isCountry);
          case CATEGORY -> one("select slug as found from category where slug = ?", value);
          default -> one("select id::text as found from vendor where ? in (slug, id::text)", value);
        };
    if (found.isEmpty()) {
      violations.add(new Violation("value", unknown(scope), value));
    }
    return found.orElse("");
  }

  private static String unknown(PluginScope scope) {
    return switch (scope) {
      case COUNTRY -> "must be an ISO 3166 country code such as FR";
      case CATEGORY -> "is no category";
      default -> "is no vendor's slug";
    };
  }

  private static boolean isCountry(String code) {
    return List.of(Locale.getISOCountries()).contains(code);
  }

  private Optional<String> one(String sql, String value) {
    return database.find(sql, row -> row.text("found"), value);
  }

  private static void period(NewSetup wanted, List<Violation> violations) {
    if (wanted.from() != null && wanted.to() != null && !wanted.from().isBefore(wanted.to())) {
      violations.add(new Violation("to", "must be after the first day", wanted.to().toString()));
    }
  }

  /** What dots stand for, as the plugin gets it; null for nothing. */
  private JsonNode former(
      String pluginId, PluginScope scope, String value, Predicate<SetupStore.Kept> own) {
    return store
        .latest(pluginId, scope, value)
        .filter(kept -> kept.setup().state() != Setup.State.ENDED)
        .filter(own)
        .map(kept -> kept.setup().configuration())
        .map(kept -> locked.open(pluginId, kept))
        .orElse(null);
  }

  private JsonNode configuration(
      String pluginId, JsonNode former, NewSetup wanted, List<Violation> violations) {
    JsonNode typed = wanted.configuration();
    if (typed == null || typed.isNull()) {
      return null;
    }
    Class<? extends Record> type = plugins.inventory().configurationOf(pluginId).orElse(null);
    if (type == null) {
      violations.add(
          new Violation("configuration", "is not asked for by this plugin: leave it out", null));
      return null;
    }
    List<ConfigurationField> fields = ConfigurationField.allOf(type);
    KeptSecrets anew = new KeptSecrets();
    JsonNode open = anew.of(typed, former, fields, "configuration");
    List<Violation> wrong = new ArrayList<>(anew.violations());
    plugins.tryOn(pluginId, open).stream()
        .filter(one -> wrong.stream().noneMatch(told -> told.field().equals(one.field())))
        .toList()
        .forEach(wrong::add);
    violations.addAll(wrong);
    return wrong.isEmpty() ? locked.seal(pluginId, open, fields) : null;
  }
}
