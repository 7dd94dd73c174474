package org.halles.marketplace.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * A file of credit transfers.
 *
 * @param messageId by which the bank knows it
 * @param runId whose payouts it pays
 * @param count how many transfers
 * @param total their sum
 * @param executeOn when the bank is asked to carry it out
 * @param sentAt when somebody handed it to the bank; null before
 */
public record SepaFile(
    UUID id,
    String messageId,
    UUID runId,
    int count,
    Money total,
    LocalDate executeOn,
    Instant madeAt,
    Instant sentAt) {}
