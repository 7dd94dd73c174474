/**
 * The buyer's payment and its transactions at a gateway: the intent that is committed before a
 * gateway is asked, the states it moves through, and the only door to a gateway.
 */
package org.halles.marketplace.payment;
