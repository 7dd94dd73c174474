package org.halles.plugincheck;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.halles.spi.Money;
import org.halles.spi.Rate;

/** Reads the example of a rule's configuration as the marketplace would. */
final class ExampleReader {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(
              new SimpleModule()
                  .addDeserializer(Rate.class, new RateReader())
                  .addDeserializer(Money.class, new MoneyReader()))
          .build();

  private ExampleReader() {}

  static <C extends Record> C read(String json, Class<C> type) throws IOException {
    return MAPPER.readValue(json, type);
  }

  private static final class RateReader extends StdDeserializer<Rate> {
    private static final long serialVersionUID = 1L;

    RateReader() {
      super(Rate.class);
    }

    @Override
    public Rate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      String text = parser.getText().strip();
      String[] ratio = text.split("/", 2);
      return ratio.length == 2
          ? Rate.of(Long.parseLong(ratio[0].strip()), Long.parseLong(ratio[1].strip()))
          : Rate.percent(text.replace("%", "").strip());
    }
  }

  private static final class MoneyReader extends StdDeserializer<Money> {
    private static final long serialVersionUID = 1L;

    MoneyReader() {
      super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      JsonNode amount = parser.readValueAsTree();
      return Money.of(amount.path("minor").asLong(), amount.path("currency").asText());
    }
  }
}
