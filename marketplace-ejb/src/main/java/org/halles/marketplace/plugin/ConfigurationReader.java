package org.halles.marketplace.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.Secret;

/**
 * Reads a plugin's configuration record from JSON: rates as {@code "12.5 %"} or {@code "1/3"},
 * money as {@code {"minor": 1234, "currency": "EUR"}}. Collects everything that is wrong, each with
 * its path, its value and what to do.
 */
public final class ConfigurationReader {

  /** Plugins may begin with the name of their kind. */
  private static final Pattern KIND = Pattern.compile("^[a-z0-9-]+(\\.[a-z0-9-]+)+: ");

  private final List<Violation> violations = new ArrayList<>();

  /** Everything that was wrong so far. */
  public List<Violation> violations() {
    return violations;
  }

  /** The record, or null if there are violations. */
  public <C extends Record> C read(JsonNode json, Class<C> type, String path) {
    return type.cast(record(json, type, path));
  }

  private Object record(JsonNode json, Class<?> type, String path) {
    if (!json.isObject()) {
      return wrong(path, "must be an object with the fields " + fieldsOf(type), shown(type, json));
    }
    int before = violations.size();
    Set<String> known = Set.copyOf(fieldsOf(type));
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                wrong(
                    path + "." + name,
                    "is unknown: use one of " + fieldsOf(type),
                    shown(type, json.get(name)));
              }
            });
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int index = 0; index < components.length; index++) {
      String name = components[index].getName();
      values[index] = component(json.path(name), components[index], path + "." + name);
    }
    return violations.size() > before ? null : construct(type, values, json, path);
  }

  private Object component(JsonNode json, RecordComponent component, String path) {
    if (isGiven(json, component)) {
      ConfigurationField field = ConfigurationField.of(component);
      Object value = field.tidy(value(json, component.getGenericType(), path));
      field
          .complaint(value)
          .ifPresent(complaint -> wrong(path, complaint, shown(component.getGenericType(), json)));
      return value;
    }
    boolean needed =
        component.getType().isPrimitive() || ConfigurationField.of(component).required();
    return needed ? wrong(path, "is missing", null) : null;
  }

  /** An empty secret is none: whoever sends the field as it was shown has typed nothing. */
  private static boolean isGiven(JsonNode json, RecordComponent component) {
    boolean blankSecret =
        component.getType() == Secret.class && json.isTextual() && json.textValue().isBlank();
    return !json.isMissingNode() && !json.isNull() && !blankSecret;
  }

  private Object value(JsonNode json, Type generic, String path) {
    if (generic instanceof ParameterizedType list && list.getRawType() == List.class) {
      return list(json, list.getActualTypeArguments()[0], path);
    }
    Class<?> type = (Class<?>) generic;
    if (type == String.class) {
      return json.isTextual() ? json.textValue() : wrong(path, "must be a text", json);
    }
    if (type == Secret.class) {
      return json.isTextual()
          ? new Secret(json.textValue().strip())
          : wrong(path, "must be a text", null);
    }
    if (type == boolean.class || type == Boolean.class) {
      return json.isBoolean() ? json.booleanValue() : wrong(path, "must be true or false", json);
    }
    if (type == int.class || type == Integer.class) {
      return json.canConvertToInt() && json.isIntegralNumber()
          ? json.intValue()
          : wrong(path, "must be a whole number", json);
    }
    if (type == long.class || type == Long.class) {
      return json.canConvertToLong() && json.isIntegralNumber()
          ? json.longValue()
          : wrong(path, "must be a whole number", json);
    }
    if (type == Rate.class) {
      return rate(json, path);
    }
    if (type == Money.class) {
      return money(json, path);
    }
    if (type.isEnum()) {
      return constant(json, type, path);
    }
    return type.isRecord()
        ? record(json, type, path)
        : wrong(path, "is of a type no configuration may have: " + type.getName(), json);
  }

  private Object list(JsonNode json, Type element, String path) {
    if (!json.isArray()) {
      return wrong(path, "must be a list", shown(element, json));
    }
    List<Object> values = new ArrayList<>();
    for (int index = 0; index < json.size(); index++) {
      Object value = value(json.get(index), element, path + "[" + index + "]");
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private Object rate(JsonNode json, String path) {
    try {
      String text = json.isTextual() ? json.textValue().strip() : "";
      int slash = text.indexOf('/');
      if (slash > 0) {
        return Rate.of(
            Long.parseLong(text.substring(0, slash).strip()),
            Long.parseLong(text.substring(slash + 1).strip()));
      }
      return Rate.percent(
          (text.endsWith("%") ? text.substring(0, text.length() - 1) : text)
              .strip()
              .replace(',', '.'));
    } catch (IllegalArgumentException | ArithmeticException unreadable) {
      return wrong(
          path, "must be a percentage such as \"12.5 %\" or a fraction such as \"1/3\"", json);
    }
  }

  private Object money(JsonNode json, String path) {
    JsonNode minor = json.path("minor");
    try {
      if (minor.isIntegralNumber() && minor.canConvertToLong() && json.size() == 2) {
        return Money.of(minor.longValue(), CurrencyCode.of(json.path("currency").asText()));
      }
    } catch (IllegalArgumentException unknownCurrency) {
      // told below
    }
    return wrong(path, "must be an amount such as {\"minor\": 150, \"currency\": \"EUR\"}", json);
  }

  private Object constant(JsonNode json, Class<?> type, String path) {
    String name = json.asText().toUpperCase(Locale.ROOT).replace('-', '_');
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    return wrong(path, "must be one of " + Arrays.toString(type.getEnumConstants()), json);
  }

  /** The record checks what only it knows; its words become a violation of the whole. */
  private Object construct(Class<?> type, Object[] values, JsonNode json, String path) {
    try {
      Constructor<?> canonical =
          type.getDeclaredConstructor(
              Arrays.stream(type.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new));
      canonical.setAccessible(true);
      return canonical.newInstance(values);
    } catch (InvocationTargetException refused) {
      Throwable cause = refused.getCause();
      String told = cause.getMessage() == null ? "is refused: " + cause : cause.getMessage();
      return refused(type, told, json, path);
    } catch (ReflectiveOperationException unusable) {
      return wrong(path, "cannot be made: " + unusable, null);
    }
  }

  /**
   * Records name what is wrong as {@code rate is 120 %: ...; floor ...}: what begins with the name
   * of a field is a violation of that field. Of the others the record is not repeated, for secrets
   * may stand in it.
   */
  private Object refused(Class<?> type, String told, JsonNode json, String path) {
    for (String fault : KIND.matcher(told).replaceFirst("").split("; ")) {
      int space = fault.indexOf(' ');
      String field = space < 0 ? "" : fault.substring(0, space);
      if (fieldsOf(type).contains(nameIn(field))) {
        wrong(path + "." + field, fault.substring(space + 1), shown(type, field, json));
      } else {
        wrong(path, fault, null);
      }
    }
    return null;
  }

  /** What was typed, unless a secret may stand in it: no answer and no log repeats that. */
  private static JsonNode shown(Type type, JsonNode json) {
    return ConfigurationField.holdsSecret(type) ? null : json;
  }

  private static JsonNode shown(Class<?> type, String field, JsonNode json) {
    String name = nameIn(field);
    boolean secret =
        Arrays.stream(type.getRecordComponents())
            .filter(one -> one.getName().equals(name))
            .anyMatch(one -> ConfigurationField.holdsSecret(one.getGenericType()));
    return secret ? null : at(json, field);
  }

  /** The component a path such as {@code brackets[0].rate} begins with. */
  private static String nameIn(String field) {
    return field.replaceFirst("[\\[.].*", "");
  }

  private static JsonNode at(JsonNode json, String field) {
    return json.at("/" + field.replace('.', '/').replace("[", "/").replace("]", ""));
  }

  private Object wrong(String path, String message, JsonNode json) {
    String value = json == null || json.isMissingNode() ? null : json.toString();
    violations.add(new Violation(path, message, value));
    return null;
  }

  private static List<String> fieldsOf(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toList());
  }
}
