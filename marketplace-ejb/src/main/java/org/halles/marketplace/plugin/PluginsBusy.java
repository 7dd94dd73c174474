package org.halles.marketplace.plugin;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** More questions to plugins are waiting than this server can take. */
public final class PluginsBusy extends Refusal {

  private static final long serialVersionUID = 1L;

  PluginsBusy() {
    super(
        Kind.TOO_MANY,
        "plugins-busy",
        "too many carts are being priced at once: try again in a moment",
        Map.of("retryAfterSeconds", 2));
  }
}
