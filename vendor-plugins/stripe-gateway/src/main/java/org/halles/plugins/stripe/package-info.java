/**
 * Takes payments through Stripe, by separate charges and transfers: one payment for a cart of many
 * vendors, held in the marketplace's ledger, a transfer per payout to the vendor's connected
 * account.
 */
package org.halles.plugins.stripe;
