package org.halles.marketplace.order;

import java.util.UUID;
import org.halles.marketplace.pricing.Allocation;
import org.halles.spi.Money;

/**
 * The sum of a party's legs of one kind in one part of an order, as frozen.
 *
 * @param vendorOrderId null for the platform's own part
 */
public record FrozenLeg(UUID vendorOrderId, String party, Allocation.Kind kind, Money amount) {

  /** Whose it is, without the kind of party: {@code vendor:7} is 7. */
  public String owner() {
    return party.substring(party.indexOf(':') + 1);
  }
}
