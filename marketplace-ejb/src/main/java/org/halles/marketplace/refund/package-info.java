/**
 * Money goes back to the buyer: by lines, by an amount, or because a vendor refuses or cancels. A
 * refund takes each party's share back out of the frozen split to the cent, from wherever the
 * vendor's part of it is by now, and puts goods that never left back on sale.
 */
package org.halles.marketplace.refund;
