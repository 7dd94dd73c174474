/**
 * Buyers' complaints and banks' chargebacks: the money waits, both sides say what they have to say,
 * and somebody decides.
 */
package org.halles.marketplace.dispute;
