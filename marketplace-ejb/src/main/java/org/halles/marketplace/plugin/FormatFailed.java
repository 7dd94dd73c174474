package org.halles.marketplace.plugin;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** The plugin that knows a layout failed; the fault is in its record. */
public final class FormatFailed extends Refusal {

  private static final long serialVersionUID = 1L;

  FormatFailed(String format) {
    super(
        Kind.GATEWAY_UNAVAILABLE,
        "catalog-format-failed",
        "the plugin for the layout '" + format + "' failed: tell the marketplace's operator",
        Map.of("format", format));
  }
}
