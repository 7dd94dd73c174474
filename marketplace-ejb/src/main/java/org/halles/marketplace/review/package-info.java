/**
 * Buyers say how good it was what they received, vendors answer, and everybody who thinks of buying
 * reads it. Only who bought may speak, once for each line of an order.
 */
package org.halles.marketplace.review;
