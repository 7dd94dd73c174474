package org.halles.marketplace.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.halles.marketplace.plugin.ConfigurationField.Takes;
import org.halles.marketplace.shared.Violation;

/**
 * A configuration as it was typed, with the former secret wherever dots came back. Dots without a
 * former secret are told: nobody may believe that dots are kept.
 */
final class KeptSecrets {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final List<Violation> violations = new ArrayList<>();

  /** Where a secret must be typed. */
  List<Violation> violations() {
    return violations;
  }

  /**
   * @param former as the plugin got it, or null
   */
  JsonNode of(JsonNode typed, JsonNode former, List<ConfigurationField> fields, String path) {
    if (!(typed instanceof ObjectNode object)) {
      return typed;
    }
    ObjectNode anew = object.deepCopy();
    for (ConfigurationField field : fields) {
      JsonNode value = object.get(field.name());
      if (value != null) {
        JsonNode before = former == null ? null : former.get(field.name());
        JsonNode whole = field(value, before, field, path + "." + field.name());
        if (whole == null) {
          anew.remove(field.name());
        } else {
          anew.set(field.name(), whole);
        }
      }
    }
    return anew;
  }

  private JsonNode field(JsonNode value, JsonNode former, ConfigurationField field, String path) {
    return switch (field.takes()) {
      case SECRET -> secret(value, former, path);
      case PART -> of(value, former, field.fields(), path);
      case LINES -> value.isArray() ? lines(value, former, field.fields(), path) : value;
      default -> value;
    };
  }

  /** Null for none. */
  private JsonNode secret(JsonNode typed, JsonNode former, String path) {
    if (typed.isNull() || typed.isTextual() && typed.textValue().isBlank()) {
      return null;
    }
    if (!typed.asText().equals(SealedSettings.DOTS)) {
      return typed;
    }
    if (former != null && former.isTextual()) {
      return former;
    }
    violations.add(new Violation(path, "must be typed again: nothing is kept for it", null));
    return null;
  }

  private ArrayNode lines(
      JsonNode typed, JsonNode former, List<ConfigurationField> fields, String path) {
    ArrayNode lines = JSON.arrayNode();
    for (int index = 0; index < typed.size(); index++) {
      JsonNode before = former == null ? null : formerOf(typed, index, former, fields);
      lines.add(of(typed.get(index), before, fields, path + "[" + index + "]"));
    }
    return lines;
  }

  /**
   * Which line it was before. Lines come and go, so that its place says nothing: it is the one that
   * says the same apart from its secrets. Where several do, places count if no line came or went.
   */
  private static JsonNode formerOf(
      JsonNode typed, int index, JsonNode former, List<ConfigurationField> fields) {
    JsonNode rest = rest(typed.get(index), fields);
    List<JsonNode> alike =
        StreamSupport.stream(former.spliterator(), false)
            .filter(line -> rest.equals(KeptSecrets::compare, rest(line, fields)))
            .toList();
    if (alike.size() == 1) {
      return alike.get(0);
    }
    JsonNode there = former.get(index);
    return typed.size() == former.size() && alike.contains(there) ? there : null;
  }

  /** A line without what is secret and what is empty. */
  private static JsonNode rest(JsonNode line, List<ConfigurationField> fields) {
    ObjectNode rest = JSON.objectNode();
    for (ConfigurationField field : fields) {
      JsonNode value = line.path(field.name());
      if (field.takes() != Takes.SECRET && !value.isMissingNode() && !value.isNull()) {
        rest.set(field.name(), restOf(value, field));
      }
    }
    return rest;
  }

  private static JsonNode restOf(JsonNode value, ConfigurationField field) {
    return switch (field.takes()) {
      case PART -> rest(value, field.fields());
      case LINES -> {
        ArrayNode lines = JSON.arrayNode();
        value.forEach(line -> lines.add(rest(line, field.fields())));
        yield lines;
      }
      default -> value;
    };
  }

  /** A figure is the same however it was read, and 5 is 5 %. */
  private static int compare(JsonNode one, JsonNode other) {
    return plain(one).compareTo(plain(other));
  }

  private static String plain(JsonNode value) {
    return value.isContainerNode() ? value.toString() : value.asText().replace("%", "").strip();
  }
}
