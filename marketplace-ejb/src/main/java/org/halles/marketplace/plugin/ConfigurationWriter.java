package org.halles.marketplace.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.Secret;

/**
 * Writes a plugin's configuration record as JSON people can read, the same way every time, so that
 * equal configurations have equal hashes. What is null is left out.
 */
public final class ConfigurationWriter {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ConfigurationWriter() {}

  /** The record, component by component; secrets stand in it as they are. */
  public static JsonNode write(Record configuration) {
    ObjectNode object = JSON.objectNode();
    for (RecordComponent component : configuration.getClass().getRecordComponents()) {
      Object value = read(configuration, component);
      if (value != null) {
        object.set(component.getName(), node(value));
      }
    }
    return object;
  }

  private static JsonNode node(Object value) {
    if (value instanceof Rate rate) {
      return JSON.textNode(text(rate));
    }
    if (value instanceof Money money) {
      return JSON.objectNode()
          .put("minor", money.minor())
          .put("currency", money.currency().value());
    }
    if (value instanceof Secret secret) {
      return JSON.textNode(secret.value());
    }
    if (value instanceof Record nested) {
      return write(nested);
    }
    if (value instanceof List<?> list) {
      ArrayNode array = JSON.arrayNode();
      list.forEach(element -> array.add(node(element)));
      return array;
    }
    if (value instanceof Boolean flag) {
      return JSON.booleanNode(flag);
    }
    if (value instanceof Number number) {
      return JSON.numberNode(number.longValue());
    }
    return JSON.textNode(value instanceof Enum<?> constant ? constant.name() : value.toString());
  }

  /** As a percentage where that is exact, else as a fraction. */
  public static String text(Rate rate) {
    return Rate.percent(rate.toPercent()).equals(rate)
        ? rate.toString()
        : rate.numerator() + "/" + rate.denominator();
  }

  private static Object read(Record configuration, RecordComponent component) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(configuration);
    } catch (ReflectiveOperationException unreadable) {
      throw new IllegalStateException("cannot read " + component, unreadable);
    }
  }
}
