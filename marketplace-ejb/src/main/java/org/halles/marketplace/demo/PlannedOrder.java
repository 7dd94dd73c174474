package org.halles.marketplace.demo;

import java.time.Instant;
import java.util.List;

/**
 * A purchase that is going to have happened.
 *
 * @param at when
 * @param signedIn true if the buyer used an account
 * @param basket what goes into the cart, in this order
 */
record PlannedOrder(
    int day, Instant at, DemoMarket.Buyer buyer, boolean signedIn, List<Item> basket) {

  record Item(String sku, int quantity) {}
}
