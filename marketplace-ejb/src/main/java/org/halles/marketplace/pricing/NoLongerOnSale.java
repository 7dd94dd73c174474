package org.halles.marketplace.pricing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** Lines of the cart cannot be bought, or not so many; a change of what the buyer agreed to. */
public final class NoLongerOnSale extends Refusal {

  private static final long serialVersionUID = 1L;

  private NoLongerOnSale(List<Map<String, Object>> changes) {
    super(
        Kind.CONFLICT,
        "quote-changed",
        "some of the cart cannot be bought as it is: look at it again and change what is named",
        Map.of("changes", changes));
  }

  static void check(CartFacts facts) {
    List<Map<String, Object>> changes =
        facts.lines().stream()
            .filter(line -> !line.onSale() || !line.packs().allow(line.quantity()))
            .map(line -> line.onSale() ? packs(line) : change(line))
            .toList();
    if (!changes.isEmpty()) {
      throw new NoLongerOnSale(changes);
    }
  }

  private static Map<String, Object> packs(LineFacts line) {
    return Map.of(
        "line",
        line.lineId().toString(),
        "field",
        "quantity",
        "old",
        line.quantity(),
        "new",
        line.packs().next(line.quantity()));
  }

  private static Map<String, Object> change(LineFacts line) {
    Map<String, Object> change = new LinkedHashMap<>();
    LineFacts.Holiday holiday = line.seller().holiday();
    change.put("line", line.lineId().toString());
    change.put("field", holiday == null ? "available" : "closed");
    if (holiday != null) {
      change.put("vendor", line.seller().name());
      change.put("reopens", holiday.reopens() == null ? null : holiday.reopens().toString());
    }
    change.put("old", true);
    change.put("new", false);
    return change;
  }
}
