/**
 * The double-entry book of the marketplace: entries that balance, appended and never changed. Knows
 * addresses and amounts, and nothing of orders.
 */
package org.halles.marketplace.ledger;
