package org.halles.web.listing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.halles.marketplace.catalog.DraftContent;

/** Every combination of the values that the variants differ by. */
final class VariantMatrix {

  /** As many as a page of fields can hold. */
  static final int MOST = 150;

  private VariantMatrix() {}

  /** How many combinations there would be. */
  static long size(List<AxisField> axes) {
    return axes.stream()
        .map(axis -> axis.values().size())
        .filter(values -> values > 0)
        .mapToLong(Integer::longValue)
        .reduce(1, (one, other) -> Math.min(one * other, Integer.MAX_VALUE));
  }

  /** The combinations; those there were keep their terms, new ones take those of the first. */
  static List<DraftContent.Variant> of(ListingForm form) {
    Map<Map<String, String>, VariantForm> known = new LinkedHashMap<>();
    form.getVariants().forEach(variant -> known.putIfAbsent(variant.getOptions(), variant));
    VariantForm first =
        form.getVariants().isEmpty()
            ? new VariantForm(DraftContent.Variant.EMPTY)
            : form.getVariants().get(0);
    Set<String> numbers = new HashSet<>();
    form.getVariants().forEach(variant -> numbers.add(variant.getSku()));
    List<DraftContent.Variant> variants = new ArrayList<>();
    for (Map<String, String> options : combinations(form.getAxes())) {
      VariantForm there = known.get(options);
      variants.add(
          there == null ? first.like(options, number(form, options, numbers)) : there.content());
    }
    return variants;
  }

  private static List<Map<String, String>> combinations(List<AxisField> axes) {
    List<Map<String, String>> combinations = List.of(new LinkedHashMap<>());
    for (AxisField axis : axes) {
      List<String> values = axis.values();
      if (axis.getName() != null && !values.isEmpty()) {
        List<Map<String, String>> longer = new ArrayList<>();
        for (Map<String, String> shorter : combinations) {
          for (String value : values) {
            Map<String, String> options = new LinkedHashMap<>(shorter);
            options.put(axis.getName(), value);
            longer.add(options);
          }
        }
        combinations = longer;
      }
    }
    return combinations;
  }

  /** A proposal that a vendor may type over: the first letters of the title and of each option. */
  private static String number(ListingForm form, Map<String, String> options, Set<String> numbers) {
    String title = ListingForm.texts(form.getTitle()).in("fr");
    StringBuilder number = new StringBuilder(letters(title, 6));
    options.values().forEach(value -> number.append('-').append(letters(value, 5)));
    String proposal = number.toString();
    for (int suffix = 2; !numbers.add(proposal); suffix++) {
      proposal = number + "-" + suffix;
    }
    return proposal;
  }

  private static String letters(String words, int most) {
    String letters =
        Normalizer.normalize(words.toUpperCase(Locale.ROOT), Normalizer.Form.NFKD)
            .replaceAll("[^A-Z0-9]", "");
    return letters.isEmpty() ? "X" : letters.substring(0, Math.min(most, letters.length()));
  }
}
