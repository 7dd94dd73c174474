/**
 * A payment gateway that moves no real money but behaves like one: it declines, waits for the
 * buyer, settles late, charges and then does not answer. Its books are durable and its own, so that
 * crashes, sweeping and reconciliation can be tried for real.
 */
package org.halles.plugins.sandbox;
