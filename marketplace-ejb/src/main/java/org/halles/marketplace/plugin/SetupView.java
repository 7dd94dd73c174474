package org.halles.marketplace.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One version of what holds for a plugin in one scope, as people see it.
 *
 * @param id of this version, to come back to it
 * @param value country code, category or vendor slug; empty for everybody
 * @param version counted from 1 within the scope
 * @param latest true if it holds
 * @param state {@code ON}, {@code OFF}, or {@code ENDED}: the wider scope decides again
 * @param from from when, or null
 * @param to until when, or null
 * @param configuration with dots for secrets, or null if the scope has none of its own
 * @param byVendor true if the vendor said it, not the operator
 */
public record SetupView(
    long id,
    String plugin,
    PluginScope scope,
    String value,
    int version,
    boolean latest,
    String state,
    Instant from,
    Instant to,
    JsonNode configuration,
    boolean byVendor,
    String reason,
    String changedBy,
    Instant changedAt) {}
