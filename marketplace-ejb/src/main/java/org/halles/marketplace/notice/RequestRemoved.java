package org.halles.marketplace.notice;

import java.util.UUID;

/**
 * It was decided that what a buyer asks for must go; part of the deciding transaction.
 *
 * @param reason for the buyer to read
 */
public record RequestRemoved(UUID requestId, String reason) {}
