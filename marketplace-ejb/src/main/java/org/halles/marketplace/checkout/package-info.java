/**
 * The one conductor: quote, open the order, charge, settle. Owns what brings a payment to its end
 * when the straight way is interrupted: the sweeper, webhooks, and reservations that run out.
 */
package org.halles.marketplace.checkout;
