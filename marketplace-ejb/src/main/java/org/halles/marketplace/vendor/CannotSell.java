package org.halles.marketplace.vendor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** The vendor may not sell yet, or not now. */
public final class CannotSell extends Refusal {

  private static final long serialVersionUID = 1L;

  CannotSell(VendorStatus status, List<String> missing) {
    super(
        Kind.UNPROCESSABLE,
        status == VendorStatus.APPROVED ? "checklist-incomplete" : "vendor-not-approved",
        status == VendorStatus.APPROVED
            ? "the checklist is not complete: "
                + String.join(", ", missing)
                + "; what is written is kept, complete the checklist and hand it in again"
            : "the operator has not let this vendor sell ("
                + status.name().toLowerCase(Locale.ROOT)
                + "); what is written is kept",
        Map.of("status", status, "missing", missing));
  }
}
