/**
 * Cash at the door: whether the marketplace offers it, which vendors take it, what stands in its
 * way, and money that vendors give back by hand.
 */
package org.halles.marketplace.cash;
