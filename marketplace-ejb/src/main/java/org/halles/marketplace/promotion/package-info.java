/**
 * Coupons and campaigns: what a vendor or the operator takes off a price, for whom, how often, and
 * whose money that is. Knows amounts and lines, not how a cart is priced.
 */
package org.halles.marketplace.promotion;
