package org.halles.web.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.halles.spi.Money;
import org.halles.web.ui.Amounts;
import org.halles.web.ui.Words;

/** What a rule's configuration says, line by line, in the words of the person who reads it. */
final class RuleTerms {

  private final Words words;
  private final Locale locale;

  RuleTerms(Words words, Locale locale) {
    this.words = words;
    this.locale = locale;
  }

  /** Such as {@code Taux : 12 %}, {@code Minimum : 0,20 €}; nested parts come one after another. */
  List<String> of(JsonNode configuration) {
    List<String> lines = new ArrayList<>();
    configuration.fields().forEachRemaining(field -> add(field, lines));
    return lines;
  }

  private void add(Map.Entry<String, JsonNode> field, List<String> lines) {
    JsonNode value = field.getValue();
    if (value.isArray()) {
      value.forEach(part -> lines.add(String.join(", ", of(part))));
    } else if (!value.isNull()) {
      lines.add(words.of("terms.line", label(field.getKey()), text(field.getKey(), value)));
    }
  }

  private String label(String field) {
    return words.orElse("terms." + field, field);
  }

  private String text(String field, JsonNode value) {
    if (value.hasNonNull("minor") && value.hasNonNull("currency")) {
      return Amounts.text(
          Money.of(value.get("minor").longValue(), value.get("currency").textValue()), locale);
    }
    String text = value.isTextual() ? value.textValue() : value.toString();
    boolean plainRate = field.equals("rate") && text.matches("[0-9.]+");
    return plainRate
        ? text + "\u202f%"
        : words.orElse("terms." + field + "." + text.toLowerCase(Locale.ROOT), text);
  }
}
