package org.halles.marketplace.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A link of the chain: all that was posted between the former seal and this one.
 *
 * @param number from 1 on, without gaps
 * @param day the business day it closes
 * @param content SHA-256 over the digests of its parts
 * @param previous the digest of the seal before; empty for the first
 * @param digest SHA-256 over this seal's facts, its content and the former digest
 */
public record SealView(
    long number,
    LocalDate day,
    long entries,
    long postings,
    String content,
    String previous,
    String digest,
    Instant sealedAt) {}
