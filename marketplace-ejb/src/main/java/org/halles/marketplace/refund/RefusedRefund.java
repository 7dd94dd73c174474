package org.halles.marketplace.refund;

import java.time.Instant;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * Money that was to go back and that its gateway refused to give.
 *
 * @param id of the attempt
 * @param orderGroup number of the purchase
 * @param vendorOrder number of the part, or null if it is about several
 * @param buyer who waits for it
 * @param cause why it was to go back; null: a payment that came too late or twice
 * @param reason in the words of whoever gave it back, or null
 * @param gateway which refused
 * @param code of the refusal
 * @param message of the refusal, or null
 * @param attempt the how manieth it was
 * @param outcome what was decided since: {@code RETRIED}, {@code TRANSFERRED}, {@code CLOSED}, or
 *     null
 */
public record RefusedRefund(
    UUID id,
    String orderGroup,
    String vendorOrder,
    String buyer,
    String cause,
    String reason,
    Money amount,
    String gateway,
    String code,
    String message,
    int attempt,
    Instant refusedAt,
    String outcome) {}
