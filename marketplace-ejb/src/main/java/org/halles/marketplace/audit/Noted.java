package org.halles.marketplace.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.halles.spi.Money;

/** What was noted before and after a change, made readable. */
final class Noted {

  private Noted() {}

  /** Amounts are their minor units and their currency, and nothing that follows from these. */
  static Object plain(Object noted) {
    return walk(
        noted,
        amount -> {
          Map<String, Object> plain = new LinkedHashMap<>();
          plain.put("minor", amount.minor());
          plain.put("currency", amount.currency().value());
          return plain;
        });
  }

  /** Amounts are words such as {@code 3.90 EUR}. */
  static Object worded(Object noted) {
    return walk(noted, Money::toString);
  }

  private static Object walk(Object noted, Function<Money, Object> written) {
    if (noted instanceof Map<?, ?> map) {
      Money amount = amount(map);
      return amount == null ? fields(map, written) : written.apply(amount);
    }
    return noted instanceof List<?> list
        ? list.stream().map(one -> walk(one, written)).collect(Collectors.toList())
        : noted;
  }

  private static Map<String, Object> fields(Map<?, ?> map, Function<Money, Object> written) {
    Map<String, Object> fields = new LinkedHashMap<>();
    map.forEach((name, value) -> fields.put(String.valueOf(name), walk(value, written)));
    return fields;
  }

  private static Money amount(Map<?, ?> map) {
    try {
      return map.get("minor") instanceof Number minor && map.get("currency") instanceof String code
          ? Money.of(minor.longValue(), code)
          : null;
    } catch (IllegalArgumentException unknownCurrency) {
      return null;
    }
  }
}
