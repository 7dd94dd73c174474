package org.halles.marketplace.attribute;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Texts;

/** Goes through an attribute as an operator wrote it. */
final class DefinitionChecks {

  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern VALUE = Pattern.compile("[^,=]{1,80}");
  private static final int MOST_VALUES = 500;

  private final Checklist checklist = new Checklist();

  /**
   * @param before the attribute as it is, or null for a new one
   * @return the attribute with its former values that are not given any more archived
   */
  AttributeView check(String code, AttributeInput input, AttributeView before) {
    String checkedCode = code(code);
    AttributeType type =
        checklist.choice(
            "type", input.type(), AttributeType.class, before == null ? null : before.type());
    boolean several =
        input.several() == null ? before != null && before.several() : input.several();
    unchanged(before, type, several);
    if (several && type != AttributeType.CHOICE && type != AttributeType.TEXT) {
      checklist.reject("several", "is for texts and choices only", true);
    }
    String unit = checklist.optional("unit", input.unit(), 20);
    if (unit != null && type != AttributeType.NUMBER) {
      checklist.reject("unit", "is for numbers only", unit);
    }
    AttributeView checked =
        new AttributeView(
            checkedCode,
            checklist.texts("label", input.label(), 80, true),
            checklist.texts("help", input.help(), 300, false),
            type == null ? AttributeType.TEXT : type,
            unit,
            several,
            input.filterable() == null ? before != null && before.filterable() : input.filterable(),
            content(type, several, input.content(), before),
            false,
            values(type, input.values(), before));
    checklist.done();
    return checked;
  }

  private boolean content(
      AttributeType type, boolean several, Boolean given, AttributeView before) {
    boolean content = given == null ? before != null && before.content() : given;
    if (content && (several || type == AttributeType.YES_NO || type == AttributeType.DATE)) {
      checklist.reject("content", "is for one amount: a text, a choice or a number", true);
    }
    return content;
  }

  private String code(String code) {
    String checked =
        checklist.pattern("code", code, CODE, "lower-case letters, digits and single hyphens");
    if (checked.length() > 60) {
      checklist.reject("code", "may have at most 60 characters", code);
    }
    return checked;
  }

  private void unchanged(AttributeView before, AttributeType type, boolean several) {
    if (before != null && type != before.type()) {
      checklist.reject("type", "cannot change any more: make a new attribute", type);
    }
    if (before != null && several != before.several()) {
      checklist.reject("several", "cannot change any more: make a new attribute", several);
    }
  }

  private List<AttributeValue> values(
      AttributeType type, List<AttributeInput.Value> given, AttributeView before) {
    if (given == null) {
      if (type == AttributeType.CHOICE && before == null) {
        checklist.reject("values", "is missing: give at least one to choose", null);
      }
      return before == null ? List.of() : before.values();
    }
    if (given.size() > MOST_VALUES) {
      checklist.reject("values", "may be at most " + MOST_VALUES, given.size());
      return List.of();
    }
    List<AttributeValue> values = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (int index = 0; index < given.size(); index++) {
      AttributeValue value = value("values[" + index + "]", given.get(index));
      if (!codes.add(value.code())) {
        checklist.reject("values[" + index + "].code", "is there twice", value.code());
      }
      values.add(value);
    }
    if (before != null) {
      before.values().stream()
          .filter(value -> !codes.contains(value.code()))
          .forEach(value -> values.add(new AttributeValue(value.code(), value.label(), true)));
    }
    return values;
  }

  private AttributeValue value(String path, AttributeInput.Value given) {
    Texts label = checklist.texts(path + ".label", given == null ? null : given.label(), 80, true);
    String code = given == null || blank(given.code()) ? codeOf(label) : given.code();
    return new AttributeValue(
        checklist.pattern(path + ".code", code, VALUE, "without commas and equals signs"),
        label,
        false);
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  /** Made of the English label if there is one, so that addresses read well everywhere. */
  static String codeOf(Texts label) {
    String words = label.in(label.byLanguage().containsKey("en") ? "en" : "fr");
    String folded =
        Normalizer.normalize(words.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9.]+", "-")
            .replaceAll("^-+|-+$", "");
    return folded.isEmpty() ? words.replaceAll("[,=]", " ").strip() : folded;
  }
}
