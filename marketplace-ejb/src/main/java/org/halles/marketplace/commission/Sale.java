package org.halles.marketplace.commission;

import java.util.UUID;
import org.halles.spi.Money;
import org.halles.spi.SaleFacts;

/**
 * One line of a vendor's part of a cart.
 *
 * @param rank the offer's id; decides ties, so that the order of the lines never does
 * @param facts what rules may know
 * @param most as much as can be taken: what there is to divide
 */
public record Sale(UUID rank, SaleFacts facts, Money most) {

  /** A line that nobody else pays for but the buyer. */
  public Sale(UUID rank, SaleFacts facts) {
    this(rank, facts, facts.lineTotal());
  }
}
