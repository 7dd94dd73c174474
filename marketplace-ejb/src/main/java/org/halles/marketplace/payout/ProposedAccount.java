package org.halles.marketplace.payout;

import java.time.Instant;
import java.util.UUID;

/**
 * A bank account that somebody named for a fund, and nobody is paid to before another person
 * confirms it.
 *
 * @param id of the proposal: a later one has another
 * @param party under which gifts for the fund are booked
 * @param name of the fund
 * @param holder of the account
 * @param iban in full: whoever confirms compares it with what the fund itself wrote
 * @param replaces the end of the account that is paid to now, or null
 * @param proposedBy the account, which cannot confirm it itself
 * @param proposer its e-mail address, or null if it is gone
 */
public record ProposedAccount(
    UUID id,
    UUID fund,
    String party,
    String name,
    String holder,
    String iban,
    String replaces,
    UUID proposedBy,
    String proposer,
    Instant proposedAt) {}
