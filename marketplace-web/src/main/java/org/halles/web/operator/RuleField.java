package org.halles.web.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.halles.marketplace.commission.RuleKind;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** One field of a rule's configuration as an operator types it; some have lines of fields. */
public class RuleField implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final RuleKind.Field field;
  private final String path;
  private String value;
  private final List<List<RuleField>> lines = new ArrayList<>();

  RuleField(RuleKind.Field field, String path) {
    this.field = field;
    this.path = path;
    if (field.takes() == RuleKind.Takes.LINES) {
      addLine();
    }
  }

  static List<RuleField> of(List<RuleKind.Field> fields, String path) {
    List<RuleField> drawn = new ArrayList<>();
    fields.forEach(field -> drawn.add(new RuleField(field, path + "." + field.name())));
    return drawn;
  }

  /** What stands in a configuration goes into the fields. */
  static void fill(List<RuleField> fields, JsonNode configuration) {
    fields.forEach(field -> field.fill(configuration.path(field.getName())));
  }

  private void fill(JsonNode json) {
    if (field.takes() == RuleKind.Takes.LINES) {
      lines.clear();
      json.forEach(line -> fill(addLine(), line));
    } else if (json.hasNonNull("minor")) {
      value =
          Money.of(json.get("minor").longValue(), json.get("currency").textValue())
              .toDecimal()
              .toPlainString();
    } else if (!json.isMissingNode() && !json.isNull()) {
      value = json.asText().replace("%", "").strip();
    }
  }

  /** What is typed, as the rule reads it; what cannot be read stays as it is, to be named. */
  static ObjectNode json(List<RuleField> fields, String currency) {
    ObjectNode object = JSON.objectNode();
    for (RuleField field : fields) {
      JsonNode json = field.json(currency);
      if (json != null) {
        object.set(field.getName(), json);
      }
    }
    return object;
  }

  private JsonNode json(String currency) {
    if (field.takes() == RuleKind.Takes.LINES) {
      ArrayNode array = JSON.arrayNode();
      lines.forEach(line -> array.add(json(line, currency)));
      return array;
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
      case YES_NO -> JSON.booleanNode(Boolean.parseBoolean(value));
      default -> JSON.textNode(value.strip());
    };
  }

  private static JsonNode amount(String typed, String currency) {
    Money amount = money(typed, currency);
    return amount == null
        ? JSON.textNode(typed)
        : JSON.objectNode().put("minor", amount.minor()).put("currency", currency);
  }

  /** An amount as people type it, or null if it is none. */
  static Money money(String typed, String currency) {
    try {
      String plain = typed.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
      return Money.parse(new BigDecimal(plain).toPlainString(), CurrencyCode.of(currency));
    } catch (IllegalArgumentException | ArithmeticException unreadable) {
      return null;
    }
  }

  /** One more line, empty. */
  public final List<RuleField> addLine() {
    List<RuleField> line = of(field.fields(), path + "[" + lines.size() + "]");
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

  public RuleKind.Takes getTakes() {
    return field.takes();
  }

  public List<String> getChoices() {
    return field.choices();
  }

  public List<List<RuleField>> getLines() {
    return lines;
  }

  public String getValue() {
    return value;
  }

  public void setValue(String value) {
    this.value = value;
  }
}
