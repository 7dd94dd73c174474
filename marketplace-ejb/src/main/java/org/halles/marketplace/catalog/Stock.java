package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** How many are on hand. */
@ApplicationScoped
public class Stock {

  /**
   * Takes these quantities, all or none, inside the caller's transaction: locks the rows in id
   * order, then updates them in one statement. Offers without a stock row are not counted.
   *
   * @return what is on hand of the offers that have too few; empty if everything was taken
   */
  public Map<UUID, Integer> take(Map<UUID, Integer> quantities) {
    throw new UnsupportedOperationException("being written");
  }

  /** Puts these quantities back, inside the caller's transaction. */
  public void giveBack(Map<UUID, Integer> quantities) {
    throw new UnsupportedOperationException("being written");
  }
}
