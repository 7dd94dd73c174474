/** Paying vendors: runs, payouts, and how a vendor wants to be paid. */
package org.halles.api.payout;
