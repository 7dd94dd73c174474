package org.halles.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says in the description what answers do: a member that has no value is written as {@code null},
 * not left out. Lists are empty instead, and yes or no is always said.
 */
final class Absences {

  private static final String COMPONENTS = "#/components/schemas/";

  private final Map<String, Schema> components;
  private final Deque<Schema> unseen = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();

  private Absences(Map<String, Schema> components) {
    this.components = components;
  }

  /** Describes them for everything that some operation answers. */
  static void describe(OpenAPI description) {
    Absences absences = new Absences(description.getComponents().getSchemas());
    for (PathItem item : description.getPaths().getPathItems().values()) {
      item.getOperations().values().forEach(absences::answersOf);
    }
    absences.walk();
  }

  private void answersOf(Operation operation) {
    if (operation.getResponses() == null) {
      return;
    }
    for (APIResponse answer : operation.getResponses().getAPIResponses().values()) {
      if (answer.getContent() != null) {
        answer.getContent().getMediaTypes().values().stream()
            .map(MediaType::getSchema)
            .forEach(this::found);
      }
    }
  }

  private void walk() {
    while (!unseen.isEmpty()) {
      Schema schema = unseen.pop();
      found(schema.getItems());
      found(schema.getAdditionalPropertiesSchema());
      all(schema.getAllOf());
      all(schema.getAnyOf());
      all(schema.getOneOf());
      if (schema.getProperties() != null) {
        schema.getProperties().values().forEach(this::found);
        schema.setProperties(withAbsences(schema));
      }
    }
  }

  private void all(List<Schema> schemas) {
    if (schemas != null) {
      schemas.forEach(this::found);
    }
  }

  private void found(Schema schema) {
    if (schema == null) {
      return;
    }
    String name = name(schema);
    if (name == null) {
      unseen.push(schema);
    } else if (seen.add(name) && components.containsKey(name)) {
      unseen.push(components.get(name));
    }
  }

  private static String name(Schema schema) {
    String ref = schema.getRef();
    return ref != null && ref.startsWith(COMPONENTS) ? ref.substring(COMPONENTS.length()) : null;
  }

  private Map<String, Schema> withAbsences(Schema schema) {
    Map<String, Schema> properties = new LinkedHashMap<>(schema.getProperties());
    List<String> always = schema.getRequired() == null ? List.of() : schema.getRequired();
    properties.replaceAll(
        (name, property) -> always.contains(name) ? property : orNothing(property));
    return properties;
  }

  private Schema orNothing(Schema property) {
    String name = name(property);
    if (name != null) {
      Schema meant = components.get(name);
      return meant != null && neverAbsent(meant) ? property : either(property);
    }
    if (property.getType() == null || neverAbsent(property)) {
      return property;
    }
    List<SchemaType> types = new ArrayList<>(property.getType());
    types.add(SchemaType.NULL);
    property.setType(types);
    if (property.getEnumeration() != null) {
      List<Object> values = new ArrayList<>(property.getEnumeration());
      values.add(null);
      property.setEnumeration(values);
    }
    return property;
  }

  private static boolean neverAbsent(Schema schema) {
    List<SchemaType> types = schema.getType();
    return types != null
        && (types.contains(SchemaType.BOOLEAN)
            || types.contains(SchemaType.ARRAY)
            || types.contains(SchemaType.NULL));
  }

  private static Schema either(Schema value) {
    return OASFactory.createSchema()
        .anyOf(List.of(value, OASFactory.createSchema().type(List.of(SchemaType.NULL))));
  }
}
