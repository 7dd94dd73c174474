package org.halles.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.util.Iterator;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** Money as {@code {"minor": 1234, "currency": "EUR"}}; whole minor units only. */
class MoneyModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  /** Beyond this no sum of a cart could overflow; about what a small state spends in a year. */
  private static final long LARGEST = 10_000_000_000_000L;

  MoneyModule() {
    super("money");
    addSerializer(Money.class, new Writer());
    addDeserializer(Money.class, new Reader());
    addSerializer(CurrencyCode.class, new ToStringSerializer(CurrencyCode.class));
    addDeserializer(CurrencyCode.class, new CurrencyReader());
  }

  private static final class Writer extends StdSerializer<Money> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(Money.class);
    }

    @Override
    public void serialize(Money money, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      json.writeNumberField("minor", money.minor());
      json.writeStringField("currency", money.currency().value());
      json.writeEndObject();
    }
  }

  private static final class Reader extends StdDeserializer<Money> {
    private static final long serialVersionUID = 1L;

    Reader() {
      super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      Faults faults = Faults.of(context);
      String field = Faults.field(parser);
      JsonNode json = context.readTree(parser);
      if (!json.isObject()) {
        faults.add(field, "must be {\"minor\": 1234, \"currency\": \"EUR\"}", shown(json));
        return null;
      }
      refuseOthers(json, field, faults);
      JsonNode minor = json.path("minor");
      boolean whole = minor.isIntegralNumber() && minor.canConvertToLong();
      if (!whole || Math.abs(minor.longValue()) > LARGEST) {
        faults.add(
            field + ".minor",
            "must be a whole number of minor units, at most " + LARGEST,
            shown(minor));
        whole = false;
      }
      CurrencyCode currency = currency(json.path("currency"), field + ".currency", faults);
      return whole && currency != null ? Money.of(minor.longValue(), currency) : null;
    }

    private static void refuseOthers(JsonNode json, String field, Faults faults) {
      for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        if (!name.equals("minor") && !name.equals("currency")) {
          faults.unknown(field + "." + name);
        }
      }
    }
  }

  private static final class CurrencyReader extends StdDeserializer<CurrencyCode> {
    private static final long serialVersionUID = 1L;

    CurrencyReader() {
      super(CurrencyCode.class);
    }

    @Override
    public CurrencyCode deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      Faults faults = Faults.of(context);
      String field = Faults.field(parser);
      return currency(context.readTree(parser), field, faults);
    }
  }

  private static CurrencyCode currency(JsonNode json, String field, Faults faults) {
    try {
      if (json.isTextual()) {
        return CurrencyCode.of(json.textValue());
      }
    } catch (IllegalArgumentException unknown) {
      // told below
    }
    faults.add(field, "must be an ISO 4217 currency such as EUR", shown(json));
    return null;
  }

  private static String shown(JsonNode json) {
    return json.isMissingNode() ? null : json.isTextual() ? json.textValue() : json.toString();
  }
}
