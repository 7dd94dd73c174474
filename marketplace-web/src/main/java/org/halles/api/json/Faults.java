package org.halles.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.util.TokenBufferReadContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;

/** What is wrong with one body: collected while it is read, told all at once. */
final class Faults {

  /** Under this name a body's faults travel through its reading. */
  static final String ATTRIBUTE = Faults.class.getName();

  private static final int MOST = 50;

  private final List<Violation> found = new ArrayList<>();
  private final Set<String> sentBack;

  /**
   * @param sentBack members that may be there and are not looked at; see {@link SentBack}
   */
  Faults(Set<String> sentBack) {
    this.sentBack = Set.copyOf(sentBack);
  }

  /** The faults of the body being read; {@link JsonBodies} put them there. */
  static Faults of(DeserializationContext context) {
    return (Faults) context.getAttribute(ATTRIBUTE);
  }

  /** Where the parser is, as people write it: {@code variants[0].price}. */
  static String field(JsonParser parser) {
    StringBuilder path = new StringBuilder();
    append(around(parser), path);
    return path.isEmpty() ? "body" : path.toString();
  }

  /** The object or list that holds the value which the parser is at. */
  private static JsonStreamContext around(JsonParser parser) {
    JsonStreamContext context = parser.getParsingContext();
    return parser.currentToken().isStructStart() ? context.getParent() : context;
  }

  private static void append(JsonStreamContext context, StringBuilder path) {
    if (context == null || context.inRoot()) {
      return;
    }
    append(context.getParent(), path);
    if (context.inArray()) {
      path.append('[').append(context.getCurrentIndex()).append(']');
    } else if (context.getCurrentName() != null) {
      path.append(path.isEmpty() ? "" : ".").append(context.getCurrentName());
    }
  }

  void add(String field, String message, String value) {
    if (found.size() < MOST) {
      boolean secret = field.toLowerCase(Locale.ROOT).contains("password");
      found.add(new Violation(field, message, secret ? null : value));
    }
  }

  /** A member that the record does not have. Records set such members aside and read on first. */
  void unknown(JsonParser parser, String name) {
    JsonStreamContext object = around(parser);
    if (object instanceof TokenBufferReadContext) {
      object = object.getParent();
    }
    StringBuilder path = new StringBuilder();
    append(object.getParent(), path);
    unknown(path.append(path.isEmpty() ? "" : ".").append(name).toString());
  }

  void unknown(String field) {
    if (sentBack.contains(field.replaceAll("\\[\\d+]", ""))) {
      return;
    }
    add(field, "is not a member of this request: leave it out", null);
  }

  /** True if something at or below this place is wrong already. */
  boolean below(String field) {
    return found.stream()
        .anyMatch(fault -> field.equals("body") || fault.field().startsWith(field));
  }

  void refuseIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidInput(found);
    }
  }
}
