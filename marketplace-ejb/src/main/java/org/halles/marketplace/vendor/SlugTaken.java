package org.halles.marketplace.vendor;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** Another vendor already has this name in its URLs. */
public final class SlugTaken extends Refusal {

  private static final long serialVersionUID = 1L;

  SlugTaken(String slug) {
    super(
        Kind.CONFLICT,
        "slug-taken",
        "another vendor is called '" + slug + "' already: choose another slug",
        Map.of("field", "slug", "value", slug));
  }
}
