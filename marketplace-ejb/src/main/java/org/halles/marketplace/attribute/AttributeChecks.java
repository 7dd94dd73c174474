package org.halles.marketplace.attribute;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.halles.marketplace.shared.Checklist;

/**
 * Goes through what is said about a thing, by what its category asks for. Names and values may be
 * given by code or by label; what the category does not ask for stays as it was written.
 */
public final class AttributeChecks {

  private static final Set<String> YES = Set.of("yes", "true", "oui", "vrai", "1");
  private static final Set<String> NO = Set.of("no", "false", "non", "faux", "0");

  private final Checklist checklist;
  private final Map<String, CategoryAttribute> asked = new LinkedHashMap<>();

  public AttributeChecks(Checklist checklist, List<CategoryAttribute> asked) {
    this.checklist = checklist;
    asked.forEach(one -> this.asked.put(one.attribute().code(), one));
  }

  /** Names and values as they are stored. */
  public Map<String, String> clean(String field, Map<String, String> given) {
    Map<String, String> cleaned = new LinkedHashMap<>();
    given.forEach(
        (name, value) -> {
          CategoryAttribute known = find(name);
          if (known == null) {
            cleaned.put(name, value);
          } else {
            String code = known.attribute().code();
            cleaned.put(code, value(field + "." + code, known.attribute(), value));
          }
        });
    return cleaned;
  }

  private CategoryAttribute find(String name) {
    CategoryAttribute byCode = asked.get(name);
    return byCode != null
        ? byCode
        : asked.values().stream()
            .filter(one -> AttributeView.isCalled(one.attribute().label(), name))
            .findFirst()
            .orElse(null);
  }

  /** Notes what must be said and is not: neither about the whole nor by its variants. */
  public void nothingMissing(String field, Set<String> said) {
    asked.values().stream()
        .filter(CategoryAttribute::required)
        .map(one -> one.attribute().code())
        .filter(code -> !said.contains(code))
        .forEach(
            code -> checklist.reject(field + "." + code, "must be said in this category", null));
  }

  private String value(String field, AttributeView attribute, String written) {
    return switch (attribute.type()) {
      case NUMBER -> number(field, attribute, written);
      case YES_NO -> yesOrNo(field, written);
      case DATE -> day(field, written);
      case CHOICE -> chosen(field, attribute, written);
      case TEXT -> known(attribute, written);
    };
  }

  private String number(String field, AttributeView attribute, String written) {
    String plain = written.strip().replace(',', '.').replaceAll("[\\s\\u00a0\\u202f]", "");
    String unit = attribute.unit() == null ? "" : attribute.unit().replaceAll("\\s", "");
    String figure =
        !unit.isEmpty() && plain.toLowerCase(Locale.ROOT).endsWith(unit.toLowerCase(Locale.ROOT))
            ? plain.substring(0, plain.length() - unit.length())
            : plain;
    if (!figure.matches("-?\\d{1,12}(\\.\\d{1,6})?")) {
      checklist.reject(field, "must be a number such as 12.5", written);
      return written;
    }
    BigDecimal number = new BigDecimal(figure);
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private String yesOrNo(String field, String written) {
    String word = written.strip().toLowerCase(Locale.ROOT);
    if (!YES.contains(word) && !NO.contains(word)) {
      checklist.reject(field, "must be yes or no", written);
    }
    return YES.contains(word) ? "yes" : "no";
  }

  private String day(String field, String written) {
    try {
      return LocalDate.parse(written.strip()).toString();
    } catch (DateTimeException malformed) {
      checklist.reject(field, "must be a date such as 2026-01-31", written);
      return written;
    }
  }

  private String chosen(String field, AttributeView attribute, String written) {
    List<String> codes = new ArrayList<>();
    for (String part : attribute.parts(written)) {
      AttributeValue value = attribute.value(part).orElse(null);
      if (value == null) {
        checklist.reject(field, "must be one of " + codes(attribute), part);
      } else if (!codes.contains(value.code())) {
        codes.add(value.code());
      }
    }
    return String.join(",", codes);
  }

  private static String codes(AttributeView attribute) {
    return attribute.offered().stream().map(AttributeValue::code).collect(Collectors.joining(", "));
  }

  private static String known(AttributeView attribute, String written) {
    return attribute.parts(written).stream()
        .map(part -> attribute.value(part).map(AttributeValue::code).orElse(part))
        .distinct()
        .collect(Collectors.joining(","));
  }
}
