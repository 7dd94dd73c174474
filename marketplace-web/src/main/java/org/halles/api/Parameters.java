package org.halles.api;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.CurrencyCode;

/**
 * Reads ids, numbers and dates out of paths and queries. What is malformed in a path is a thing
 * that does not exist; what is malformed in a query is a violation that names the parameter.
 */
@Provider
public class Parameters implements ParamConverterProvider {

  private record Reading(String expected, Function<String, Object> parse) {}

  private static final Map<Class<?>, Reading> READINGS =
      Map.of(
          UUID.class, new Reading("an id", Parameters::uuid),
          Integer.class, new Reading("a whole number", Integer::valueOf),
          int.class, new Reading("a whole number", Integer::valueOf),
          Long.class, new Reading("a whole number", Long::valueOf),
          long.class, new Reading("a whole number", Long::valueOf),
          Boolean.class, new Reading("true or false", Parameters::bool),
          boolean.class, new Reading("true or false", Parameters::bool),
          Instant.class, new Reading("an instant such as 2026-01-31T12:00:00Z", Instant::parse),
          LocalDate.class, new Reading("a date such as 2026-01-31", LocalDate::parse),
          CurrencyCode.class, new Reading("a currency such as EUR", CurrencyCode::of));

  @Override
  public <T> ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    Reading reading = reading(type);
    return reading == null ? null : new Converter<>(reading, annotations, type.isPrimitive());
  }

  private static Reading reading(Class<?> type) {
    return type.isEnum() ? constant(type) : READINGS.get(type);
  }

  /** What is wrong with a parameter of a query, if anything is. */
  static Optional<Violation> malformed(Class<?> type, String name, String text) {
    Reading reading = reading(type);
    if (reading == null || text.isEmpty() && !type.isPrimitive()) {
      return Optional.empty();
    }
    try {
      reading.parse().apply(text);
      return Optional.empty();
    } catch (RuntimeException malformed) {
      return Optional.of(violation(reading, name, text));
    }
  }

  private static Violation violation(Reading reading, String name, String text) {
    return new Violation(name, "must be " + reading.expected(), text);
  }

  private static Reading constant(Class<?> type) {
    return new Reading(
        "one of " + Arrays.toString(type.getEnumConstants()),
        text ->
            Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new));
  }

  private static Object uuid(String text) {
    UUID id = UUID.fromString(text);
    // fromString also reads 1-1-1-1-1
    if (!id.toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException("not in canonical form");
    }
    return id;
  }

  private static Object bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("not a boolean");
    };
  }

  private record Converter<T>(Reading reading, Annotation[] annotations, boolean needed)
      implements ParamConverter<T> {

    @Override
    @SuppressWarnings("unchecked")
    public T fromString(String text) {
      if (text == null || text.isEmpty() && !needed) {
        return unsaid();
      }
      try {
        return (T) reading.parse().apply(text);
      } catch (RuntimeException malformed) {
        throw refusal(text);
      }
    }

    @Override
    public String toString(T value) {
      return String.valueOf(value);
    }

    /** A parameter without a value says as much as none. */
    @SuppressWarnings("unchecked")
    private T unsaid() {
      for (Annotation annotation : annotations) {
        if (annotation instanceof DefaultValue usual) {
          return (T) reading.parse().apply(usual.value());
        }
      }
      return null;
    }

    private RuntimeException refusal(String text) {
      for (Annotation annotation : annotations) {
        if (annotation instanceof PathParam) {
          return new NotFoundException(new NotFound("such thing", text));
        }
      }
      return new BadRequestException(new InvalidInput(violation(reading, name(), text)));
    }

    private String name() {
      for (Annotation annotation : annotations) {
        if (annotation instanceof QueryParam query) {
          return query.value();
        }
        if (annotation instanceof HeaderParam header) {
          return header.value();
        }
        if (annotation instanceof CookieParam cookie) {
          return cookie.value();
        }
      }
      return "parameter";
    }
  }
}
