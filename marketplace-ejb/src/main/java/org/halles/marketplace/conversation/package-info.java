/**
 * What buyer and vendor write each other about an order. The operator can read along and step in,
 * and is marked as such; card numbers are masked before anything is stored.
 */
package org.halles.marketplace.conversation;
