package org.halles.plugins.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The tree that a form such as {@code line_items[0][quantity]=1} stands for, with the types that
 * the description gives its leaves.
 */
final class FormTree {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private FormTree() {}

  static JsonNode of(Map<String, String> form, JsonNode schema) {
    ObjectNode root = MAKE.objectNode();
    form.forEach((name, value) -> put(root, name.replace("]", "").split("\\["), value));
    return typed(root, schema);
  }

  private static void put(ObjectNode node, String[] steps, String value) {
    ObjectNode at = node;
    for (int i = 0; i < steps.length - 1; i++) {
      at = at.withObject("/" + steps[i].replace("~", "~0").replace("/", "~1"));
    }
    at.put(steps[steps.length - 1], value);
  }

  private static JsonNode typed(JsonNode value, JsonNode schema) {
    JsonNode chosen = chosen(value, schema);
    String type = chosen.path("type").asText();
    if (type.equals("array") && value.isObject()) {
      ArrayNode array = MAKE.arrayNode();
      value.forEach(element -> array.add(typed(element, chosen.path("items"))));
      return array;
    }
    if (value.isObject()) {
      ObjectNode object = MAKE.objectNode();
      value
          .fields()
          .forEachRemaining(
              field ->
                  object.set(
                      field.getKey(),
                      typed(field.getValue(), chosen.path("properties").path(field.getKey()))));
      return object;
    }
    if (type.equals("integer") && value.asText().matches("-?\\d+")) {
      return MAKE.numberNode(Long.parseLong(value.asText()));
    }
    return type.equals("boolean") && value.asText().matches("true|false")
        ? MAKE.booleanNode(value.asText().equals("true"))
        : value;
  }

  /** Of several shapes the one that a tree, or a leaf, can have. */
  private static JsonNode chosen(JsonNode value, JsonNode schema) {
    for (JsonNode shape : schema.path("anyOf")) {
      boolean tree = shape.path("type").asText().matches("object|array");
      if (tree == value.isObject()) {
        return shape;
      }
    }
    return schema;
  }
}
