package org.halles.marketplace.vendor;

import java.util.Locale;
import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** The vendor is not where this step starts from. */
public final class WrongVendorStatus extends Refusal {

  private static final long serialVersionUID = 1L;

  WrongVendorStatus(String slug, VendorStatus status, String verb) {
    super(
        Kind.CONFLICT,
        "wrong-vendor-status",
        "vendor '"
            + slug
            + "' is "
            + status.name().toLowerCase(Locale.ROOT)
            + " and cannot be "
            + verb,
        Map.of("status", status));
  }
}
