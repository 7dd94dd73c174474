package org.halles.marketplace.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * What caused an entry. A cause makes at most one entry of each template.
 *
 * @param type such as {@code payment-transaction}
 * @param id of that type
 * @param at when it happened, UTC
 * @param about the order group it is about, or null
 */
public record Source(String type, String id, Instant at, UUID about) {}
