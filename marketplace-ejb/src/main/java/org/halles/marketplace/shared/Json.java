package org.halles.marketplace.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.halles.spi.CurrencyCode;

/**
 * Records to JSON and back, the same way in columns, in the outbox and over HTTP: instants are ISO
 * 8601, a currency is its code, absent values are left out.
 */
public final class Json {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .registerModule(currencies())
          .setSerializationInclusion(JsonInclude.Include.NON_NULL)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
  private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

  private Json() {}

  /** The one mapper; do not reconfigure it. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException("cannot write " + value.getClass().getName(), broken);
    }
  }

  /** What was written, or null for null. */
  public static <T> T read(String json, Class<T> type) {
    try {
      return json == null ? null : MAPPER.readValue(json, type);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException("cannot read " + type.getName(), broken);
    }
  }

  /** A flat object such as {@code {"size": "M"}}. */
  public static Map<String, String> readWords(String json) {
    return read(json, WORDS);
  }

  /** Any object. */
  public static Map<String, Object> readData(String json) {
    return read(json, DATA);
  }

  /** What was written, or null for null. */
  public static <T> T read(String json, TypeReference<T> type) {
    try {
      return json == null ? null : MAPPER.readValue(json, type);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException("cannot read " + type.getType(), broken);
    }
  }

  private static SimpleModule currencies() {
    SimpleModule module = new SimpleModule("halles");
    module.addSerializer(
        CurrencyCode.class,
        new JsonSerializer<CurrencyCode>() {
          @Override
          public void serialize(CurrencyCode code, JsonGenerator out, SerializerProvider provider)
              throws IOException {
            out.writeString(code.value());
          }
        });
    module.addDeserializer(
        CurrencyCode.class,
        new JsonDeserializer<CurrencyCode>() {
          @Override
          public CurrencyCode deserialize(JsonParser in, DeserializationContext context)
              throws IOException {
            return CurrencyCode.of(in.getValueAsString());
          }
        });
    return module;
  }
}
