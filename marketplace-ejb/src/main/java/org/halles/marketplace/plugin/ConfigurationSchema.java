package org.halles.marketplace.plugin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The form of a plugin's configuration as a JSON schema (2020-12), in one language. */
public final class ConfigurationSchema {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String language;

  private ConfigurationSchema(String language) {
    this.language = language;
  }

  /**
   * @param language of titles and descriptions
   */
  public static ObjectNode of(List<ConfigurationField> fields, String language) {
    ObjectNode schema = JSON.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    new ConfigurationSchema(language).object(schema, fields);
    return schema;
  }

  private void object(ObjectNode schema, List<ConfigurationField> fields) {
    schema.put("type", "object").put("additionalProperties", false);
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = JSON.arrayNode();
    for (ConfigurationField field : fields) {
      properties.set(field.name(), property(field));
      if (field.required()) {
        required.add(field.name());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
  }

  private ObjectNode property(ConfigurationField field) {
    ObjectNode property = JSON.objectNode();
    put(property, "title", field.labelIn(language));
    put(property, "description", field.helpIn(language));
    put(property, "x-unit", field.unit());
    switch (field.takes()) {
      case NUMBER -> number(property, field);
      case YES_NO -> property.put("type", "boolean");
      case CHOICE -> field.choices().forEach(property.put("type", "string").putArray("enum")::add);
      case SHARE -> share(property, field);
      case AMOUNT -> amount(property);
      case SECRET -> text(property, field).put("writeOnly", true).put("format", "password");
      case LIST -> property.put("type", "array").putObject("items").put("type", "string");
      case LINES -> object(property.put("type", "array").putObject("items"), field.fields());
      case PART -> object(property, field.fields());
      default -> text(property, field);
    }
    return property;
  }

  private static void put(ObjectNode property, String name, String text) {
    if (!text.isEmpty()) {
      property.put(name, text);
    }
  }

  private static void number(ObjectNode property, ConfigurationField field) {
    property.put("type", "integer");
    if (field.least() != null) {
      property.put("minimum", field.least());
    }
    if (field.most() != null) {
      property.put("maximum", field.most());
    }
  }

  /** No keyword of the schema bounds a share, which is a text: ours tell in percent. */
  private static void share(ObjectNode property, ConfigurationField field) {
    property.put("type", "string").put("format", "rate").putArray("examples").add("12.5 %");
    if (field.least() != null) {
      property.put("x-least-percent", field.least());
    }
    if (field.most() != null) {
      property.put("x-most-percent", field.most());
    }
  }

  private static ObjectNode text(ObjectNode property, ConfigurationField field) {
    property.put("type", "string").put("maxLength", field.longest());
    put(property, "pattern", field.pattern().isEmpty() ? "" : "^(?:" + field.pattern() + ")$");
    return property;
  }

  private static void amount(ObjectNode property) {
    property.put("type", "object");
    ObjectNode parts = property.putObject("properties");
    parts.putObject("minor").put("type", "integer");
    parts.putObject("currency").put("type", "string").put("pattern", "^[A-Z]{3}$");
    property.putArray("required").add("minor").add("currency");
  }
}
