package org.halles.it.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The places of a body that hold a text.
 *
 * @param pointer such as {@code /variants/0/sku}
 */
record Texts(JsonPointer pointer) {

  /** All of them. */
  static List<Texts> in(JsonNode body) {
    List<Texts> found = new ArrayList<>();
    collect(body, "", found);
    return found;
  }

  private static void collect(JsonNode node, String path, List<Texts> found) {
    if (node.isTextual()) {
      found.add(new Texts(JsonPointer.compile(path)));
    }
    node.fields()
        .forEachRemaining(field -> collect(field.getValue(), path + "/" + field.getKey(), found));
    if (node.isArray()) {
      for (int index = 0; index < node.size(); index++) {
        collect(node.get(index), path + "/" + index, found);
      }
    }
  }

  /** The body with something else in this place. */
  JsonNode replaced(JsonNode body, JsonNode other) {
    JsonNode copy = body.deepCopy();
    JsonNode parent = copy.at(pointer.head());
    if (parent instanceof ObjectNode object) {
      object.set(pointer.last().getMatchingProperty(), other);
    } else {
      ((ArrayNode) parent).set(pointer.last().getMatchingIndex(), other);
    }
    return copy;
  }

  @Override
  public String toString() {
    return pointer.toString();
  }
}
