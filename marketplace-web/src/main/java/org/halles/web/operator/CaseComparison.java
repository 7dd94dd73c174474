package org.halles.web.operator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.ImageInput;
import org.halles.marketplace.catalog.ListingInput;
import org.halles.marketplace.catalog.VariantInput;
import org.halles.marketplace.moderation.PlainText;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;
import org.halles.web.ui.Amounts;
import org.halles.web.ui.Labels;
import org.halles.web.ui.Words;

/** Lays two versions of a listing side by side, field by field. */
public final class CaseComparison {

  private static final List<String> LANGUAGES = List.of("fr", "en");

  private final Words words;
  private final Labels labels;
  private final Categories categories;
  private final Locale locale;
  private final List<CaseField> fields = new ArrayList<>();

  /** In the reader’s words and language. */
  public CaseComparison(Words words, Labels labels, Categories categories, Locale locale) {
    this.words = words;
    this.labels = labels;
    this.categories = categories;
    this.locale = locale;
  }

  /**
   * @param before null if buyers never saw it
   */
  public List<CaseField> of(ListingInput before, ListingInput after) {
    texts("title", before == null ? null : before.title(), after.title());
    pictures(before == null ? List.of() : before.images(), after.images());
    texts("description", before == null ? null : before.description(), after.description());
    text(words.of("moderation.field.category"), category(before), category(after));
    attributes(before == null ? Map.of() : before.attributes(), after.attributes());
    variants(before == null ? List.of() : before.variants(), after.variants());
    return fields;
  }

  private void texts(String field, Texts before, Texts after) {
    for (String language : LANGUAGES) {
      String old = before == null ? "" : before.byLanguage().getOrDefault(language, "");
      String now = after == null ? "" : after.byLanguage().getOrDefault(language, "");
      String label = words.of("moderation.field." + field) + " (" + language + ")";
      text(label, PlainText.of(old), PlainText.of(now));
    }
  }

  private void text(String label, String before, String after) {
    if (!before.isEmpty() || !after.isEmpty()) {
      TextDiff.Sides sides = TextDiff.of(before, after);
      fields.add(new CaseField(label, sides.before(), sides.after(), !before.equals(after), false));
    }
  }

  private String category(ListingInput listing) {
    return listing == null
        ? ""
        : categories
            .find(UUID.fromString(listing.categoryId()))
            .map(found -> found.name().in(locale.getLanguage()))
            .orElse(listing.categoryId());
  }

  private void attributes(Map<String, String> before, Map<String, String> after) {
    Set<String> names = new LinkedHashSet<>(after.keySet());
    names.addAll(before.keySet());
    names.forEach(
        name -> text(labels.of(name), value(name, before.get(name)), value(name, after.get(name))));
  }

  private String value(String attribute, String stored) {
    return stored == null ? "" : labels.value(attribute, stored);
  }

  private void pictures(List<ImageInput> before, List<ImageInput> after) {
    List<String> old = before.stream().map(ImageInput::media).toList();
    List<String> now = after.stream().map(ImageInput::media).toList();
    if (!old.isEmpty() || !now.isEmpty()) {
      fields.add(
          new CaseField(
              words.of("moderation.field.images"),
              marked(old, now),
              marked(now, old),
              !old.equals(now),
              true));
    }
  }

  private static List<TextDiff.Run> marked(List<String> media, List<String> others) {
    Set<String> known = new HashSet<>(others);
    return media.stream().map(id -> new TextDiff.Run(id, !known.contains(id))).toList();
  }

  private void variants(List<VariantInput> before, List<VariantInput> after) {
    Map<String, String> old = lines(before);
    Map<String, String> now = lines(after);
    Set<String> skus = new LinkedHashSet<>(now.keySet());
    skus.addAll(old.keySet());
    skus.forEach(
        sku ->
            text(
                words.of("moderation.field.variant", sku),
                old.getOrDefault(sku, ""),
                now.getOrDefault(sku, "")));
  }

  private Map<String, String> lines(List<VariantInput> variants) {
    Map<String, String> lines = new LinkedHashMap<>();
    variants.forEach(variant -> lines.put(variant.sku(), line(variant)));
    return lines;
  }

  private String line(VariantInput variant) {
    String options =
        variant.options().entrySet().stream()
            .map(
                option ->
                    words.of(
                        "terms.line",
                        labels.of(option.getKey()),
                        labels.value(option.getKey(), option.getValue())))
            .collect(Collectors.joining(", "));
    List<String> parts = new ArrayList<>();
    parts.add(options);
    parts.add(Amounts.text(Money.of(variant.price().minor(), variant.price().currency()), locale));
    parts.add(words.orElse("condition." + variant.condition(), variant.condition()));
    parts.add(variant.gtin() == null ? "" : "GTIN " + variant.gtin());
    return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
  }
}
