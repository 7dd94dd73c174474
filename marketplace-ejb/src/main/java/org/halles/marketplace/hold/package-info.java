/**
 * When a vendor's money is its own to be paid: how long it waits after delivery, what is kept back
 * in reserve, and the scheduled release of both.
 */
package org.halles.marketplace.hold;
