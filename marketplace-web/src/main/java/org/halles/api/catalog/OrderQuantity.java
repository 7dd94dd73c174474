package org.halles.api.catalog;

import org.halles.marketplace.shared.Packs;

/**
 * How many of something are sold at once.
 *
 * @param least from so many on; 1 where any number will do
 * @param packSize whole packs of so many only; 1 where there are none
 * @param most so many and no more; 9999, as a cart holds, where nothing else is said
 */
public record OrderQuantity(int least, int packSize, int most) {

  static OrderQuantity of(Packs packs) {
    return new OrderQuantity(packs.least(), packs.size(), packs.most());
  }
}
