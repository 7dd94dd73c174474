/**
 * Tries commission rules on orders of the past before they decide about orders to come: the very
 * engine of the checkout, other rules, and the difference by vendor, by category and by line.
 */
package org.halles.marketplace.simulation;
