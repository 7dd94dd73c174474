package org.halles.marketplace.returns;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.halles.marketplace.shared.Checklist;

/** What somebody chose of the lines of one part. */
final class Chosen {

  private Chosen() {}

  /** By line; notes everything that is wrong. */
  static Map<UUID, Integer> units(
      Checklist checklist,
      List<Units> wanted,
      List<RightsReading.Sold> lines,
      ToIntFunction<RightsReading.Sold> most) {
    Map<UUID, Integer> units = new LinkedHashMap<>();
    for (int index = 0; index < wanted.size(); index++) {
      Units one = wanted.get(index);
      String field = "lines[" + index + "]";
      RightsReading.Sold line =
          lines.stream().filter(its -> its.line().equals(one.line())).findFirst().orElse(null);
      if (line == null) {
        checklist.reject(field + ".line", "is no line of this order", one.line());
        continue;
      }
      int left = most.applyAsInt(line);
      int quantity = one.quantity() == null ? left : one.quantity();
      if (quantity < 1 || quantity > left) {
        checklist.reject(
            field + ".quantity",
            left == 0 ? "none of this line can go back" : "must be between 1 and " + left,
            quantity);
      } else if (units.put(line.line(), quantity) != null) {
        checklist.reject(field + ".line", "is there twice", one.line());
      }
    }
    if (wanted.isEmpty()) {
      checklist.reject("lines", "are missing: choose at least one", null);
    }
    return units;
  }

  /** True if nothing of the part stays with the buyer. */
  static boolean everything(List<RightsReading.Sold> lines, Map<UUID, Integer> units) {
    return lines.stream()
        .allMatch(
            line ->
                line.refunded() + line.underWay() + units.getOrDefault(line.line(), 0)
                    == line.quantity());
  }
}
