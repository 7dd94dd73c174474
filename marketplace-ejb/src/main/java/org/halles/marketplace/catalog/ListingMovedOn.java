package org.halles.marketplace.catalog;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.shared.Violation;

/** The listing is no longer what the change was made for. */
public final class ListingMovedOn extends Refusal {

  private static final long serialVersionUID = 1L;

  ListingMovedOn(UUID id, String what) {
    super(
        Kind.CONFLICT,
        "listing-moved-on",
        "listing " + id + " is not what it was when this was handed in: " + what,
        Map.of());
  }

  static ListingMovedOn because(UUID id, List<Violation> violations) {
    return new ListingMovedOn(
        id,
        violations.stream()
            .map(violation -> violation.field() + " " + violation.message())
            .reduce((one, other) -> one + "; " + other)
            .orElse("send it back to its vendor"));
  }
}
