/**
 * Vendors' money on its way to them: who is paid when, what a run would pay and to whom it would
 * not, the second person's approval, and each payout until it has arrived or is given up. A payout
 * is the sum of the postings it claims, and a posting is claimed once.
 */
package org.halles.marketplace.payout;
