package org.halles.marketplace.screening;

import java.time.Instant;
import java.util.List;
import org.halles.marketplace.order.Assessment;
import org.halles.spi.Money;

/**
 * What checks thought of a purchase, and what was decided about it.
 *
 * @param order number of the purchase
 * @param buyer the buyer's address
 * @param country ISO 3166-1 alpha-2 of the delivery
 * @param score 0 to 100
 * @param open true if it is paid and waits for a person
 * @param refundStatus how much of the money went back meanwhile, such as {@code REFUNDED}
 * @param chargedBack true if the buyer's bank took money back
 * @param takenBack how much of it the bank has not given back; zero if nothing
 * @param waitsForBank true if the bank has not decided about a part of the money
 * @param findings what each check said
 * @param decidedAt null until somebody decided
 * @param decidedBy who decided, or null
 * @param reason why it was cancelled, or null
 */
public record ScreeningView(
    String order,
    Instant placedAt,
    String buyer,
    String country,
    Money total,
    int score,
    ScreeningState state,
    boolean open,
    String refundStatus,
    boolean chargedBack,
    Money takenBack,
    boolean waitsForBank,
    List<Assessment.Finding> findings,
    Instant decidedAt,
    String decidedBy,
    String reason) {

  /** True if its goods may be sent once somebody says so: the money for them is there. */
  public boolean isReleasable() {
    return open && !chargedBack && !refundStatus.equals("REFUNDED");
  }
}
