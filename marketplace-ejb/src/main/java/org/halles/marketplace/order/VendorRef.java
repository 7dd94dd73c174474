package org.halles.marketplace.order;

import java.util.UUID;

/** The vendor of a part, as a reader needs it. */
public record VendorRef(UUID id, String slug, String name) {}
