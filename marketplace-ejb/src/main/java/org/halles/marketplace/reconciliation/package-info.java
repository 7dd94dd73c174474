/**
 * Compares what gateways say happened with what the book says, and lets people settle each
 * difference safely: ask again, post what is missing, or explain it with a second person's word.
 */
package org.halles.marketplace.reconciliation;
