package org.halles.web.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.halles.marketplace.plugin.ConfigurationField;
import org.halles.marketplace.plugin.NewSetup;
import org.halles.marketplace.plugin.PluginScope;
import org.halles.marketplace.plugin.SetupView;
import org.halles.marketplace.shared.BusinessCalendar;

/** What shall hold for a plugin in one scope, as an operator types it. */
public class SetupForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<TypedField> fields;
  private PluginScope scope = PluginScope.PLATFORM;
  private String value;
  private boolean on = true;
  private String from;
  private String to;
  private boolean configured;
  private boolean kept;
  private String currency = "EUR";
  private String reason;

  SetupForm(List<ConfigurationField> fields) {
    this.fields = TypedField.of(fields, "configuration");
    this.configured = !fields.isEmpty();
  }

  /** Something new, beginning with what the plugin goes by now. */
  SetupForm(List<ConfigurationField> fields, JsonNode usual, Locale locale) {
    this(fields);
    if (usual != null) {
      TypedField.fill(this.fields, usual, locale);
      currency = currencyIn(usual);
    }
  }

  /** The next version of what holds. */
  SetupForm(List<ConfigurationField> fields, SetupView held, Locale locale) {
    this(fields);
    scope = held.scope();
    value = held.value();
    on = !held.state().equals("OFF");
    from = day(held.from(), 0);
    to = day(held.to(), -1);
    configured = held.configuration() != null;
    kept = configured;
    if (configured) {
      TypedField.fill(this.fields, held.configuration(), locale);
      currency = currencyIn(held.configuration());
    }
  }

  private static String currencyIn(JsonNode configuration) {
    return configuration.findValuesAsText("currency").stream().findFirst().orElse("EUR");
  }

  private static String day(Instant at, int later) {
    return at == null ? null : BusinessCalendar.dayOf(at).plusDays(later).toString();
  }

  /**
   * What is typed.
   *
   * @param place the slug or code of what the scope is narrowed to
   * @param faults what cannot even be read is noted here, in these words
   */
  NewSetup input(String place, Map<String, String> faults, String noDay) {
    return new NewSetup(
        scope,
        scope == PluginScope.PLATFORM ? null : place,
        on,
        instant("from", from, 0, faults, noDay),
        instant("to", to, 1, faults, noDay),
        configured && isAsking() ? TypedField.json(fields, currency) : null,
        reason);
  }

  private static Instant instant(
      String field, String day, int later, Map<String, String> faults, String fault) {
    try {
      return day == null || day.isBlank()
          ? null
          : LocalDate.parse(day).plusDays(later).atStartOfDay(BusinessCalendar.zone()).toInstant();
    } catch (DateTimeException noDay) {
      faults.put(field, fault);
      return null;
    }
  }

  /** What is off needs no configuration, but keeps the one it has for when it is on again. */
  public boolean isAsking() {
    return !fields.isEmpty() && (on || kept);
  }

  public List<TypedField> getFields() {
    return fields;
  }

  /** True if amounts are asked for, so that their currency matters. */
  public boolean isAboutMoney() {
    return fields.stream().anyMatch(TypedField::isAboutMoney);
  }

  public PluginScope getScope() {
    return scope;
  }

  public void setScope(PluginScope scope) {
    this.scope = scope;
  }

  public String getValue() {
    return value;
  }

  public void setValue(String value) {
    this.value = value;
  }

  public boolean isOn() {
    return on;
  }

  public void setOn(boolean on) {
    this.on = on;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public boolean isConfigured() {
    return configured;
  }

  public void setConfigured(boolean configured) {
    this.configured = configured;
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
