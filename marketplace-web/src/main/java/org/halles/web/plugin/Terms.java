package org.halles.web.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.marketplace.plugin.ConfigurationField;
import org.halles.marketplace.plugin.ConfigurationField.Takes;
import org.halles.spi.Money;
import org.halles.web.ui.Amounts;
import org.halles.web.ui.Moments;
import org.halles.web.ui.Words;

/** What a configuration says, line by line, in the words of the person who reads it. */
public final class Terms {

  private static final List<String> ORDER =
      List.of(
          "from",
          "rate",
          "perUnit",
          "perLine",
          "perOrder",
          "floor",
          "cap",
          "base",
          "period",
          "brackets");
  private static final Pattern SHARE = Pattern.compile("([0-9.]+)\\s*%?");

  private final Words words;
  private final Locale locale;
  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, Takes> kinds = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();

  public Terms(Words words, Locale locale) {
    this(words, locale, List.of());
  }

  /**
   * @param fields what the plugin calls the parts
   */
  public Terms(Words words, Locale locale, List<ConfigurationField> fields) {
    this.words = words;
    this.locale = locale;
    name(fields);
  }

  private void name(List<ConfigurationField> fields) {
    for (ConfigurationField field : fields) {
      places.putIfAbsent(field.name(), places.size());
      String label = field.labelIn(locale.getLanguage());
      if (!label.isEmpty()) {
        labels.put(field.name(), label);
      }
      kinds.putIfAbsent(field.name(), field.takes());
      name(field.fields());
    }
  }

  /** Such as {@code Taux : 12 %}, {@code Minimum : 0,20 €}; nested parts come one after another. */
  public List<String> of(JsonNode configuration) {
    List<String> lines = new ArrayList<>();
    configuration.properties().stream()
        .sorted(Comparator.comparingInt(field -> place(field.getKey())))
        .forEach(field -> add(field, lines));
    return lines;
  }

  /** In the plugin's order; where that is unknown, what people look for first comes first. */
  private int place(String field) {
    int usual = ORDER.indexOf(field);
    return places.getOrDefault(field, places.size() + (usual < 0 ? ORDER.size() : usual));
  }

  private void add(Map.Entry<String, JsonNode> field, List<String> lines) {
    JsonNode value = field.getValue();
    if (value.isArray() && value.isEmpty()) {
      return; // nothing was said
    }
    if (value.isArray() && value.get(0).isTextual()) {
      List<String> entries = new ArrayList<>();
      value.forEach(entry -> entries.add(entry.asText()));
      lines.add(words.of("terms.line", label(field.getKey()), String.join(", ", entries)));
    } else if (value.isArray()) {
      value.forEach(part -> lines.add(String.join(", ", of(part))));
    } else if (value.isObject() && !value.hasNonNull("minor")) {
      lines.addAll(of(value));
    } else if (!value.isNull()) {
      lines.add(words.of("terms.line", label(field.getKey()), text(field.getKey(), value)));
    }
  }

  private String label(String field) {
    String own = labels.get(field);
    return own == null ? words.orElse("terms." + field, field) : own;
  }

  private String text(String field, JsonNode value) {
    if (value.hasNonNull("minor") && value.hasNonNull("currency")) {
      return Amounts.text(
          Money.of(value.get("minor").longValue(), value.get("currency").textValue()), locale);
    }
    String text = value.isTextual() ? value.textValue() : value.toString();
    if (kinds.get(field) == Takes.DECIMAL) {
      return Amounts.written(text, locale);
    }
    if (value.isBoolean()) {
      return words.of(value.booleanValue() ? "confirm.yes" : "confirm.no");
    }
    Matcher share = SHARE.matcher(text.replace(',', '.'));
    boolean isShare = kinds.get(field) == Takes.SHARE || field.equals("rate");
    return share.matches() && (text.endsWith("%") || isShare)
        ? share(new BigDecimal(share.group(1)))
        : words.orElse(
            "terms." + field + "." + text.toLowerCase(Locale.ROOT), Moments.named(text, locale));
  }

  private String share(BigDecimal percent) {
    NumberFormat format = NumberFormat.getInstance(locale);
    format.setMaximumFractionDigits(6);
    return format.format(percent) + ("fr".equals(locale.getLanguage()) ? "\u202f%" : "%");
  }
}
