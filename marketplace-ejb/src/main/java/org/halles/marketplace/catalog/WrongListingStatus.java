package org.halles.marketplace.catalog;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Refusal;

/** The listing is not where this step starts from. */
public final class WrongListingStatus extends Refusal {

  private static final long serialVersionUID = 1L;

  WrongListingStatus(UUID id, ListingStatus status, String verb) {
    super(
        Kind.CONFLICT,
        "wrong-listing-status",
        "listing "
            + id
            + " is "
            + status.name().toLowerCase(Locale.ROOT).replace('_', ' ')
            + " and cannot be "
            + verb,
        Map.of("status", status));
  }
}
