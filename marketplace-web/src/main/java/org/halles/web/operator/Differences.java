package org.halles.web.operator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.halles.spi.Money;
import org.halles.web.ui.Amounts;
import org.halles.web.ui.Words;

/** Before and after as people compare them: one line a field, amounts as amounts. */
final class Differences {

  /** One field of a change; null stands for nothing. */
  public record Difference(String field, String before, String after) {}

  private final Words words;
  private final Locale locale;

  Differences(Words words, Locale locale) {
    this.words = words;
    this.locale = locale;
  }

  List<Difference> between(Map<String, Object> before, Map<String, Object> after) {
    Map<String, String> former = leaves(before);
    Map<String, String> now = leaves(after);
    Set<String> fields = new LinkedHashSet<>(former.keySet());
    fields.addAll(now.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String field : fields) {
      if (!Objects.equals(former.get(field), now.get(field))) {
        differences.add(new Difference(label(field), former.get(field), now.get(field)));
      }
    }
    return differences;
  }

  private Map<String, String> leaves(Map<String, Object> noted) {
    Map<String, String> leaves = new LinkedHashMap<>();
    if (noted != null) {
      noted.forEach((name, value) -> collect(name, value, leaves));
    }
    return leaves;
  }

  private void collect(String path, Object value, Map<String, String> leaves) {
    if (value instanceof Map<?, ?> map && !isAmount(map)) {
      map.forEach((name, part) -> collect(path + "." + name, part, leaves));
    } else if (value instanceof List<?> list
        && list.stream().anyMatch(one -> one instanceof Map<?, ?> map && !isAmount(map))) {
      for (int index = 0; index < list.size(); index++) {
        collect(path + " " + (index + 1), list.get(index), leaves);
      }
    } else if (value != null && !List.of().equals(value)) {
      leaves.put(path, text(value));
    }
  }

  private static boolean isAmount(Map<?, ?> map) {
    return map.get("minor") instanceof Number && map.get("currency") instanceof String;
  }

  private String text(Object value) {
    if (value instanceof Map<?, ?> amount) {
      return Amounts.text(
          Money.of(((Number) amount.get("minor")).longValue(), (String) amount.get("currency")),
          locale);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::text).reduce((one, next) -> one + ", " + next).orElse("");
    }
    return value instanceof Boolean yes
        ? words.get(yes ? "catalogue.yes" : "catalogue.no")
        : String.valueOf(value);
  }

  /** The last part in words where there are any: {@code price} under {@code methods 1.price}. */
  private String label(String path) {
    String last = path.substring(path.lastIndexOf('.') + 1);
    return path.equals(last)
        ? words.orElse("input." + last, last)
        : path.substring(0, path.length() - last.length()).replace(".", " › ")
            + words.orElse("input." + last, last);
  }
}
