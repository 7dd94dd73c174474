package org.halles.marketplace.demo;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A purchase that is going to have happened.
 *
 * @param day of the month it leads up to now, from 0
 * @param at when
 * @param signedIn true if the buyer used an account
 * @param basket what goes into the cart, in this order
 */
record PlannedOrder(
    int day, Instant at, DemoMarket.Buyer buyer, boolean signedIn, List<Item> basket) {

  /** Slugs of the stalls it is from. */
  Set<String> vendors() {
    return basket.stream().map(Item::vendor).collect(Collectors.toSet());
  }

  record Item(String vendor, String sku, int quantity) {}
}
