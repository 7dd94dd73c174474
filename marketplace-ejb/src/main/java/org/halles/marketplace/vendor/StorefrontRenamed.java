package org.halles.marketplace.vendor;

import java.util.UUID;

/** A vendor's name has changed wherever buyers read it. */
public record StorefrontRenamed(UUID vendorId) {}
