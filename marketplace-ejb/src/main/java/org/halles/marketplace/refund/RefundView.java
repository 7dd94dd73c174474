package org.halles.marketplace.refund;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * Money that went back, or is on its way.
 *
 * @param orderGroup number of the purchase
 * @param vendorOrder number of the part, or null if it is about several
 * @param cause {@code REFUND}, {@code REFUSAL}, {@code CANCELLATION}, {@code REVIEW}, {@code
 *     RETURN}, {@code WITHDRAWAL}, {@code CHARGEBACK} or {@code GOODWILL}
 * @param status {@code PENDING}, {@code SUCCEEDED} or {@code FAILED}
 * @param kept what of its commission the platform keeps: the vendors pay that besides
 * @param gatewayFeeBack what the vendors get back of what they bore of the gateway's fee
 * @param recovered what the platform gets back of the goodwill it gave before, for the buyer cannot
 *     get more than was paid
 * @param reason in the words of whoever gave it back
 * @param vendorPart what of it the vendors bear
 * @param lines the units it is for; empty where it is an amount
 * @param settledAt when the gateway decided, or null
 * @param waits true if its gateway refused it and nobody decided since what to do
 */
public record RefundView(
    UUID id,
    String orderGroup,
    String vendorOrder,
    String cause,
    String status,
    Money amount,
    Money vendorPart,
    Money kept,
    Money gatewayFeeBack,
    Money recovered,
    String reason,
    List<Line> lines,
    Instant createdAt,
    Instant settledAt,
    boolean waits) {

  public RefundView {
    lines = List.copyOf(lines);
  }

  /** So many units of a line. */
  public record Line(UUID line, Texts title, int quantity) {}
}
