package org.halles.marketplace.simulation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.commission.Sale;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * A vendor's part of a past order, as rules would have seen it.
 *
 * @param lines in the order's own order
 */
record PastOrder(UUID id, Instant placedAt, String number, Seller seller, List<Line> lines) {

  /** Who sold. */
  record Seller(UUID id, String slug, String name, String country, boolean professional) {}

  /**
   * One line.
   *
   * @param sale what a rule may know of it
   * @param category slug and name of its root category
   * @param commission what it paid
   */
  record Line(Sale sale, Texts title, String category, Texts categoryName, Money commission) {}

  List<Sale> sales() {
    return lines.stream().map(Line::sale).toList();
  }
}
