package org.halles.marketplace.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What shall hold for a plugin in one scope.
 *
 * @param scope everybody if null
 * @param value country code, category slug, or a vendor's slug or id; null for everybody
 * @param on true if null
 * @param from from when; at once if null
 * @param to until when; for good if null
 * @param configuration as the form asks for it; null for none of its own
 * @param reason why, for the record; may be null
 */
public record NewSetup(
    PluginScope scope,
    String value,
    Boolean on,
    Instant from,
    Instant to,
    JsonNode configuration,
    String reason) {}
