package org.halles.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/** Texts, whole numbers and booleans exactly as the contract says: {@code "3"} is no number. */
class ScalarsModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  ScalarsModule() {
    super("scalars");
    addDeserializer(String.class, new TextReader());
    addKeyDeserializer(String.class, new KeyReader());
    addDeserializer(Integer.class, new WholeNumberReader<>(Integer.class, Math::toIntExact));
    addDeserializer(Long.class, new WholeNumberReader<>(Long.class, Long::valueOf));
    addDeserializer(Boolean.class, new BooleanReader());
  }

  /** What a whole number becomes; throws ArithmeticException if it does not fit. */
  private interface Narrowing<T> {
    T of(long value);
  }

  private abstract static class Strict<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;

    Strict(Class<T> type) {
      super(type);
    }

    /** Notes what came instead, and reads on. */
    T refuse(JsonParser parser, DeserializationContext context, String message) throws IOException {
      JsonToken token = parser.currentToken();
      String value = token.isScalarValue() ? parser.getText() : null;
      Faults.of(context).add(Faults.field(parser), message, value);
      parser.skipChildren();
      return null;
    }
  }

  private static final class TextReader extends Strict<String> {
    private static final long serialVersionUID = 1L;

    TextReader() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return parser.hasToken(JsonToken.VALUE_STRING)
          ? clean(parser.getText(), parser, context)
          : refuse(parser, context, "must be a text");
    }
  }

  private static final class KeyReader extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) {
      return clean(key, context.getParser(), context);
    }
  }

  private static final class WholeNumberReader<T> extends Strict<T> {
    private static final long serialVersionUID = 1L;

    private final transient Narrowing<T> narrowing;

    WholeNumberReader(Class<T> type, Narrowing<T> narrowing) {
      super(type);
      this.narrowing = narrowing;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
        try {
          return narrowing.of(parser.getBigIntegerValue().longValueExact());
        } catch (ArithmeticException outOfRange) {
          return refuse(parser, context, "is out of range");
        }
      }
      return refuse(parser, context, "must be a whole number");
    }
  }

  private static final class BooleanReader extends Strict<Boolean> {
    private static final long serialVersionUID = 1L;

    BooleanReader() {
      super(Boolean.class);
    }

    @Override
    public Boolean deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return parser.currentToken().isBoolean()
          ? Boolean.valueOf(parser.getBooleanValue())
          : refuse(parser, context, "must be true or false");
    }
  }

  private static String clean(String text, JsonParser parser, DeserializationContext context) {
    if (PlainText.isStorable(text)) {
      return text;
    }
    Faults.of(context).add(Faults.field(parser), PlainText.REFUSAL, null);
    return "";
  }
}
