package org.halles.marketplace.notice;

import java.util.UUID;

/** It was wrong to remove what a buyer asks for; part of the transaction that says so. */
public record RequestCleared(UUID requestId) {}
