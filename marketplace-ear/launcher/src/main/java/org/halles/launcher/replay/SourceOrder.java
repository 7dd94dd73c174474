package org.halles.launcher.replay;

import java.util.List;

/**
 * An order as the source files tell it.
 *
 * @param items one for each unit sold
 * @param paid the sum of its payments, in centavos
 */
record SourceOrder(String id, Customer customer, List<Item> items, long paid) {

  /** Who bought; the source has neither names nor streets. */
  record Customer(String id, String postalCode, String city, String region) {}

  /** One unit. */
  record Item(Offer offer) {}

  /** What a seller asks for a product: the same product at another price or freight is another. */
  record Offer(String seller, String product, long price, long freight) {}

  /** Prices and freights together, in centavos. */
  long total() {
    return items.stream().mapToLong(item -> item.offer().price() + item.offer().freight()).sum();
  }
}
