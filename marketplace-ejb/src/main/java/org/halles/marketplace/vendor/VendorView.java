package org.halles.marketplace.vendor;

import java.time.Instant;
import java.util.UUID;

/**
 * A vendor as the operator sees it.
 *
 * @param trusted its listings go live without review
 * @param operated the marketplace itself sells here
 * @param pluginId the plugin that registered it, or null
 * @param reason why it was last refused or stopped, or null
 */
public record VendorView(
    UUID id,
    String slug,
    String name,
    VendorKind kind,
    String country,
    VendorStatus status,
    boolean trusted,
    boolean operated,
    String pluginId,
    String reason,
    Instant createdAt,
    int version) {}
