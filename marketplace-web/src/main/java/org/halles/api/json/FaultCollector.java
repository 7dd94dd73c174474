package org.halles.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;

/** Notes what does not fit and reads on, so that one answer names everything that is wrong. */
class FaultCollector extends DeserializationProblemHandler {

  @Override
  public boolean handleUnknownProperty(
      DeserializationContext context,
      JsonParser parser,
      JsonDeserializer<?> deserializer,
      Object bean,
      String name)
      throws IOException {
    Faults.of(context).unknown(parser, name);
    parser.skipChildren();
    return true;
  }

  @Override
  public Object handleWeirdStringValue(
      DeserializationContext context, Class<?> type, String value, String failure) {
    Faults.of(context).add(Faults.field(context.getParser()), expected(type), value);
    return null;
  }

  @Override
  public Object handleWeirdNumberValue(
      DeserializationContext context, Class<?> type, Number value, String failure) {
    Faults.of(context)
        .add(Faults.field(context.getParser()), expected(type), String.valueOf(value));
    return null;
  }

  @Override
  public Object handleUnexpectedToken(
      DeserializationContext context,
      JavaType type,
      JsonToken token,
      JsonParser parser,
      String failure)
      throws IOException {
    String value = token != null && token.isScalarValue() ? parser.getText() : null;
    Faults.of(context).add(Faults.field(parser), expected(type.getRawClass()), value);
    parser.skipChildren();
    return null;
  }

  @Override
  public Object handleInstantiationProblem(
      DeserializationContext context, Class<?> type, Object argument, Throwable problem) {
    Faults faults = Faults.of(context);
    String field = Faults.field(context.getParser());
    if (!faults.below(field)) {
      faults.add(field, reason(problem), null);
    }
    return null;
  }

  /** What the type itself said against it; nothing of how it is built. */
  private static String reason(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof NullPointerException
        ? "holds null where a value is needed"
        : "is not acceptable: " + root.getMessage();
  }

  private static String expected(Class<?> type) {
    if (type.isEnum()) {
      return "must be one of " + Arrays.toString(type.getEnumConstants());
    }
    if (type == boolean.class || type == Boolean.class) {
      return "must be true or false";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "must be a whole number in range";
    }
    if (Temporal.class.isAssignableFrom(type)) {
      return "must be an ISO 8601 date or instant";
    }
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "must be a list";
    }
    if (type == String.class) {
      return "must be a text";
    }
    return type == UUID.class ? "is not an id" : "must be an object";
  }
}
