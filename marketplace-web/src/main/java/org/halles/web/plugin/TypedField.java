package org.halles.web.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.halles.marketplace.plugin.ConfigurationField;
import org.halles.marketplace.plugin.ConfigurationField.Takes;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.web.ui.Amounts;

/** One field of a configuration as somebody types it; some have lines of fields. */
public class TypedField implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ConfigurationField field;
  private final String path;
  private String value;
  private final List<List<TypedField>> lines = new ArrayList<>();

  private TypedField(ConfigurationField field, String path) {
    this.field = field;
    this.path = path;
    if (field.takes() == Takes.LINES || field.takes() == Takes.PART) {
      addLine();
    }
  }

  /** Empty fields of a form. */
  public static List<TypedField> of(List<ConfigurationField> fields, String path) {
    List<TypedField> drawn = new ArrayList<>();
    fields.forEach(field -> drawn.add(new TypedField(field, path + "." + field.name())));
    return drawn;
  }

  /** What stands in a configuration goes into the fields, its numbers as the reader writes them. */
  public static void fill(List<TypedField> fields, JsonNode configuration, Locale locale) {
    fields.forEach(field -> field.fill(configuration.path(field.getName()), locale));
  }

  private void fill(JsonNode json, Locale locale) {
    if (field.takes() == Takes.LINES) {
      lines.clear();
      json.forEach(line -> fill(addLine(), line, locale));
    } else if (field.takes() == Takes.PART) {
      fill(lines.get(0), json, locale);
    } else if (field.takes() == Takes.LIST) {
      List<String> entries = new ArrayList<>();
      json.forEach(entry -> entries.add(entry.asText()));
      value = String.join("\n", entries);
    } else if (field.takes() == Takes.SHARE) {
      value = Amounts.written(json.asText().replace("%", "").strip(), locale);
    } else if (json.hasNonNull("minor")) {
      Money amount = Money.of(json.get("minor").longValue(), json.get("currency").textValue());
      value = Amounts.plain(amount.toDecimal(), locale);
    } else if (!json.isMissingNode() && !json.isNull()) {
      value =
          field.takes() == Takes.DECIMAL ? Amounts.written(json.asText(), locale) : json.asText();
    }
  }

  /** What is typed, as the rule reads it; what cannot be read stays as it is, to be named. */
  public static ObjectNode json(List<TypedField> fields, String currency) {
    ObjectNode object = JSON.objectNode();
    for (TypedField field : fields) {
      JsonNode json = field.json(currency);
      if (json != null) {
        object.set(field.getName(), json);
      }
    }
    return object;
  }

  private JsonNode json(String currency) {
    if (field.takes() == Takes.LINES) {
      ArrayNode array = JSON.arrayNode();
      lines.stream().map(line -> json(line, currency)).forEach(array::add);
      return array;
    }
    if (field.takes() == Takes.PART) {
      ObjectNode part = json(lines.get(0), currency);
      return part.isEmpty() ? null : part;
    }
    if (value == null || value.isBlank()) {
      return null;
    }
    return switch (field.takes()) {
      case AMOUNT -> amount(value, currency);
      case NUMBER ->
          value.strip().matches("-?\\d{1,18}")
              ? JSON.numberNode(Long.parseLong(value.strip()))
              : JSON.textNode(value);
      case LIST -> entries(value);
      case YES_NO -> JSON.booleanNode(Boolean.parseBoolean(value));
      default -> JSON.textNode(value.strip());
    };
  }

  private static ArrayNode entries(String typed) {
    ArrayNode array = JSON.arrayNode();
    typed.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(array::add);
    return array;
  }

  private static JsonNode amount(String typed, String currency) {
    Money amount = money(typed, currency);
    return amount == null
        ? JSON.textNode(typed)
        : JSON.objectNode().put("minor", amount.minor()).put("currency", currency);
  }

  /** An amount as people type it, or null if it is none. */
  public static Money money(String typed, String currency) {
    try {
      return Amounts.typed(typed, CurrencyCode.of(currency)).orElse(null);
    } catch (IllegalArgumentException noCurrency) {
      return null;
    }
  }

  /** One more line, empty. */
  public final List<TypedField> addLine() {
    String where = field.takes() == Takes.PART ? path : path + "[" + lines.size() + "]";
    List<TypedField> line = of(field.fields(), where);
    lines.add(line);
    return line;
  }

  /** The last line goes; one stays. */
  public void removeLine() {
    if (lines.size() > 1) {
      lines.remove(lines.size() - 1);
    }
  }

  public String getName() {
    return field.name();
  }

  /** Where the checks find it, such as {@code configuration.brackets[0].rate}. */
  public String getPath() {
    return path;
  }

  /** What stands above it, by the plugin; empty if it does not say. */
  public String labelIn(String language) {
    return field.labelIn(language);
  }

  /** What stands above the field at this path, itself or one of its lines; empty if unknown. */
  public String labelOf(String wanted, String language) {
    if (path.equals(wanted)) {
      return labelIn(language);
    }
    return lines.stream()
        .flatMap(List::stream)
        .map(field -> field.labelOf(wanted, language))
        .filter(label -> !label.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** What stands below it, by the plugin. */
  public String helpIn(String language) {
    return field.helpIn(language);
  }

  /** True if it, or a field of its lines, is an amount. */
  boolean isAboutMoney() {
    return field.takes() == Takes.AMOUNT
        || lines.stream().flatMap(List::stream).anyMatch(TypedField::isAboutMoney);
  }

  public String getUnit() {
    return field.unit();
  }

  public boolean isRequired() {
    return field.required();
  }

  public int getLongest() {
    return field.longest();
  }

  public Takes getTakes() {
    return field.takes();
  }

  /** Which input asks for it. */
  public String getInput() {
    return switch (field.takes()) {
      case CHOICE -> "choice";
      case YES_NO -> "yes";
      case SECRET -> "secret";
      case LIST, LONG_TEXT -> "long";
      default -> "text";
    };
  }

  public List<String> getChoices() {
    return field.choices();
  }

  public List<List<TypedField>> getLines() {
    return lines;
  }

  public String getValue() {
    return value;
  }

  public void setValue(String value) {
    this.value = value;
  }
}
