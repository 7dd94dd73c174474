package org.halles.marketplace.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * What one line (or the shipping) of a paid order earned, and why.
 *
 * @param line the order line, or null for the shipping
 * @param title of the line, or null for the shipping
 * @param gross what the buyer paid for it
 * @param net what the vendor gets
 * @param available true once the order's money was released, false while it is held
 * @param legs the whole split of it with each leg's trace
 */
public record EarningLine(
    String orderNumber,
    UUID line,
    Texts title,
    int quantity,
    Money gross,
    Money commission,
    Money commissionVat,
    Money tax,
    Money net,
    boolean available,
    Instant at,
    List<AllocationView> legs) {

  public EarningLine {
    legs = List.copyOf(legs);
  }
}
