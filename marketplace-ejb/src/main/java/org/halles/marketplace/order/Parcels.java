package org.halles.marketplace.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;

/** What may go into a parcel: lines of this order, of each no more than is left. */
final class Parcels {

  private static final int LONGEST = 100;

  /**
   * A line and how many of it have not left yet.
   *
   * @param goods false for work and files, which no carrier takes
   */
  record Left(UUID line, boolean goods, int quantity) {}

  private Parcels() {}

  /**
   * The contents of a parcel.
   *
   * @return at least one part
   * @throws InvalidInput naming everything that is wrong
   */
  static List<ShipmentView.Part> contents(ShipRequest parcel, List<Left> left) {
    List<Violation> violations = new ArrayList<>();
    checkText("carrier", parcel.carrier(), true, violations);
    checkText("trackingCode", parcel.trackingCode(), false, violations);
    List<ShipmentView.Part> contents =
        parcel.lines().isEmpty() ? everything(left) : chosen(parcel.lines(), left, violations);
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    return contents;
  }

  private static List<ShipmentView.Part> everything(List<Left> left) {
    return left.stream()
        .filter(line -> line.goods() && line.quantity() > 0)
        .map(line -> new ShipmentView.Part(line.line(), line.quantity()))
        .toList();
  }

  private static List<ShipmentView.Part> chosen(
      List<ShipRequest.Part> wanted, List<Left> left, List<Violation> violations) {
    Map<UUID, Integer> available = new HashMap<>();
    left.forEach(line -> available.put(line.line(), line.quantity()));
    Set<UUID> carried = new HashSet<>();
    left.stream().filter(Left::goods).forEach(line -> carried.add(line.line()));
    Set<UUID> seen = new HashSet<>();
    List<ShipmentView.Part> contents = new ArrayList<>();
    for (int index = 0; index < wanted.size(); index++) {
      ShipRequest.Part part = wanted.get(index);
      String field = "lines[" + index + "]";
      Integer most = available.get(part.line());
      if (most == null) {
        violations.add(
            new Violation(field + ".line", "is no line of this order", text(part.line())));
        continue;
      }
      if (!carried.contains(part.line())) {
        violations.add(
            new Violation(field + ".line", "needs no parcel: mark it as done", text(part.line())));
        continue;
      }
      if (!seen.add(part.line())) {
        violations.add(new Violation(field + ".line", "is there twice", text(part.line())));
      }
      int quantity = part.quantity() == null ? most : part.quantity();
      if (quantity < 1 || quantity > most) {
        violations.add(
            new Violation(
                field + ".quantity",
                most == 0 ? "all of this line left already" : "must be between 1 and " + most,
                String.valueOf(quantity)));
      }
      contents.add(new ShipmentView.Part(part.line(), quantity));
    }
    return contents;
  }

  private static void checkText(
      String field, String value, boolean required, List<Violation> violations) {
    if (required && (value == null || value.isBlank())) {
      violations.add(new Violation(field, "must be said", value));
    } else if (value != null && value.length() > LONGEST) {
      violations.add(new Violation(field, "must have at most " + LONGEST + " letters", value));
    }
  }

  private static String text(UUID id) {
    return id == null ? null : id.toString();
  }
}
