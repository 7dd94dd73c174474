package org.halles.marketplace.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.halles.marketplace.shared.Checklist;

/** Holds what is said to lie at places against the places a vendor has. */
record Laying(Checklist checklist, String field, List<StockPlace> places) {

  /** The variant with every place named, and with the sum of those that are on as its stock. */
  CheckedVariant check(CheckedVariant variant) {
    Map<String, Integer> given = variant.places();
    Map<String, Integer> lying = new LinkedHashMap<>();
    places.forEach(place -> lying.put(place.code(), given.getOrDefault(place.code(), 0)));
    given.keySet().stream()
        .filter(code -> !lying.containsKey(code))
        .forEach(
            code ->
                checklist.reject(
                    field + ".places", "is none of your stock places" + known(), code));
    long sum =
        places.stream().filter(StockPlace::active).mapToLong(one -> lying.get(one.code())).sum();
    if (variant.stock() != null && variant.stock() != sum) {
      checklist.reject(
          field + ".stock",
          "is not the sum of the places, " + sum + ": leave out one of them",
          variant.stock());
    }
    return variant.lying((int) Math.min(sum, PriceChecks.MOST_SUM), lying);
  }

  private String known() {
    return places.isEmpty()
        ? ": you have not named any"
        : ": use " + places.stream().map(StockPlace::code).collect(Collectors.joining(", "));
  }
}
