package org.halles.marketplace.hold;

import java.util.UUID;

/** A vendor's part of a purchase whose money waits, locked by whoever hands it over. */
public record HeldOrder(UUID id, UUID vendorId, UUID orderGroupId) {}
