package org.halles.marketplace.refund;

import java.time.Instant;
import java.util.List;
import org.halles.spi.Money;

/**
 * Money that went back, or is on its way, as its buyer sees it: who bore it is nobody else's
 * matter.
 *
 * @param vendorOrder number of the part, or null if it is about several
 * @param cause as {@link RefundView#cause}
 * @param status {@code PENDING}, {@code SUCCEEDED} or {@code FAILED}
 * @param reason in the words of whoever gave it back
 * @param lines the units it is for; empty where it is an amount
 * @param settledAt when the gateway decided, or null
 */
public record BuyerRefund(
    String orderGroup,
    String vendorOrder,
    String cause,
    String status,
    Money amount,
    String reason,
    List<RefundView.Line> lines,
    Instant createdAt,
    Instant settledAt) {

  static BuyerRefund of(RefundView refund) {
    return new BuyerRefund(
        refund.orderGroup(),
        refund.vendorOrder(),
        refund.cause(),
        refund.status(),
        refund.amount(),
        refund.reason(),
        refund.lines(),
        refund.createdAt(),
        refund.settledAt());
  }
}
