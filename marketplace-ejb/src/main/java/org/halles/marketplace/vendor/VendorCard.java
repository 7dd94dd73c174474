package org.halles.marketplace.vendor;

import java.util.UUID;

/** A vendor in three words, wherever its name is shown. */
public record VendorCard(UUID id, String slug, String name) {}
