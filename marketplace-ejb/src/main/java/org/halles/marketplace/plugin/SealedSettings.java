package org.halles.marketplace.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.halles.marketplace.shared.Vault;

/**
 * Configurations as they are kept: every secret in them sealed, so that neither the database nor
 * its backup tells it. People see dots; dots that come back mean that nothing was typed anew.
 */
@ApplicationScoped
class SealedSettings {

  /** What is shown instead of a secret. */
  static final String DOTS = "••••••••";

  private static final String SEALED = "sealed";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Vault vault;

  @Inject
  SealedSettings(Vault vault) {
    this.vault = vault;
  }

  protected SealedSettings() {
    this(null);
  }

  /** With every secret sealed for this plugin. */
  JsonNode seal(String pluginId, JsonNode open, List<ConfigurationField> fields) {
    if (!(open instanceof ObjectNode object)) {
      return open;
    }
    ObjectNode locked = object.deepCopy();
    for (ConfigurationField field : fields) {
      JsonNode value = locked.get(field.name());
      if (value != null && !value.isNull()) {
        locked.set(field.name(), seal(pluginId, value, field));
      }
    }
    return locked;
  }

  private JsonNode seal(String pluginId, JsonNode value, ConfigurationField field) {
    return switch (field.takes()) {
      case SECRET -> JSON.objectNode().put(SEALED, locked(pluginId, value.textValue()));
      case PART -> seal(pluginId, value, field.fields());
      case LINES -> each(value, line -> seal(pluginId, line, field.fields()));
      default -> value;
    };
  }

  private String locked(String pluginId, String secret) {
    byte[] bytes = vault.seal(purpose(pluginId), secret.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** As the plugin gets it. */
  JsonNode open(String pluginId, JsonNode locked) {
    return replace(
        locked,
        secret -> {
          byte[] bytes = Base64.getDecoder().decode(secret);
          return new String(vault.open(purpose(pluginId), bytes), StandardCharsets.UTF_8);
        });
  }

  /** As people see it. */
  JsonNode mask(JsonNode locked) {
    return locked == null ? null : replace(locked, secret -> DOTS);
  }

  private JsonNode replace(JsonNode node, Function<String, String> of) {
    if (node.isObject() && node.size() == 1 && node.path(SEALED).isTextual()) {
      return TextNode.valueOf(of.apply(node.get(SEALED).textValue()));
    }
    if (node.isObject()) {
      ObjectNode object = JSON.objectNode();
      node.fields().forEachRemaining(one -> object.set(one.getKey(), replace(one.getValue(), of)));
      return object;
    }
    return node.isArray() ? each(node, one -> replace(one, of)) : node;
  }

  private static ArrayNode each(JsonNode list, Function<JsonNode, JsonNode> change) {
    ArrayNode array = JSON.arrayNode();
    list.forEach(one -> array.add(change.apply(one)));
    return array;
  }

  private static String purpose(String pluginId) {
    return "configuration of plugin " + pluginId;
  }
}
