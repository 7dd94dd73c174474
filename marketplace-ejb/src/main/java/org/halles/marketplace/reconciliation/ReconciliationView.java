package org.halles.marketplace.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A comparison of a gateway's journal with the book.
 *
 * @param scheduledFor the business day it was made for, or null if a person asked for it
 * @param from of the span, inclusive
 * @param to of the span, exclusive
 * @param status {@code RUNNING}, {@code DONE} or {@code FAILED}
 * @param startedBy who asked, or null
 * @param lines how many lines the gateway reports in the span
 * @param compared how many keys were compared
 * @param openItems how many of them are still under way here
 * @param found how many differences
 * @param failure why it failed, or null
 */
public record ReconciliationView(
    UUID id,
    String gateway,
    LocalDate scheduledFor,
    Instant from,
    Instant to,
    String status,
    UUID startedBy,
    Instant startedAt,
    Instant endedAt,
    long lines,
    long compared,
    long openItems,
    long found,
    String failure) {}
