package org.halles.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The served description, held against what the API answers: whoever writes a program by it must
 * find what it promises. Every answer that any test gets is compared.
 */
final class AsDescribed {

  private static final String API = "/api/v1/";
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final SchemaValidatorsConfig STRICTLY =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private static AsDescribed served;

  private record Path(Pattern pattern, String name, JsonNode operations) {}

  private final JsonNode components;
  private final List<Path> paths = new ArrayList<>();
  private final Map<String, Optional<JsonSchema>> compiled = new ConcurrentHashMap<>();

  private AsDescribed(JsonNode description) {
    this.components = description.path("components");
    description
        .path("paths")
        .fields()
        .forEachRemaining(
            entry ->
                paths.add(
                    new Path(
                        Pattern.compile(entry.getKey().replaceAll("\\{[^/]+}", "[^/]+")),
                        entry.getKey(),
                        entry.getValue())));
    // where two paths fit, the one that says more is meant
    paths.sort(Comparator.comparing(path -> path.name().replace('{', '~')));
  }

  /** What the running marketplace describes. */
  static synchronized AsDescribed served() {
    if (served == null) {
      served = new AsDescribed(Shop.asGuest().get("/openapi?format=JSON").expect(200).json());
    }
    return served;
  }

  /** Whether answers to this are described at all. */
  static boolean concerns(String path) {
    return path.startsWith(API);
  }

  /**
   * Compares an answer.
   *
   * @throws AssertionError naming every difference
   */
  void check(String method, String path, Answer answer) {
    String bare = path.replaceAll("\\?.*", "");
    String type = answer.header("Content-Type").orElse("").replaceAll(";.*", "");
    if (!type.endsWith("json")) {
      return;
    }
    paths.stream()
        .filter(one -> one.pattern().matcher(bare).matches())
        .map(one -> operation(one, method, answer.status(), type))
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(schema -> compare(schema, answer));
  }

  private Optional<JsonSchema> operation(Path path, String method, int status, String type) {
    JsonNode operation = path.operations().path(method.toLowerCase(Locale.ROOT));
    if (operation.isMissingNode()) {
      return Optional.empty();
    }
    return compiled.computeIfAbsent(
        method + " " + path.name() + " " + status + " " + type,
        key -> {
          JsonNode answers = operation.path("responses");
          JsonNode described =
              resolved(
                  answers.has(String.valueOf(status)) || status < 400
                      ? answers.path(String.valueOf(status))
                      : answers.path("default"));
          JsonNode schema = described.path("content").path(type).path("schema");
          if (schema.isMissingNode()) {
            throw new AssertionError(key + " is not in the description, but was answered");
          }
          return Optional.of(compile(schema));
        });
  }

  private JsonNode resolved(JsonNode answer) {
    String name = answer.path("$ref").asText();
    return name.isEmpty()
        ? answer
        : components.path("responses").path(name.substring(name.lastIndexOf('/') + 1));
  }

  private JsonSchema compile(JsonNode schema) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.setAll((ObjectNode) schema);
    document.set("components", components);
    return SCHEMAS.getSchema(document, STRICTLY);
  }

  private static void compare(JsonSchema schema, Answer answer) {
    String differences =
        schema.validate(answer.body(), InputFormat.JSON).stream()
            .map(ValidationMessage::getMessage)
            .sorted()
            .limit(20)
            .collect(Collectors.joining("\n"));
    if (!differences.isEmpty()) {
      throw new AssertionError("not as described:\n" + differences + "\n" + answer);
    }
  }
}
