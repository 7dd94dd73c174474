/**
 * What was bought: order groups, each vendor's order in them, the frozen split, shipments and the
 * timeline people read. Opening an order freezes a quote; nothing here ever prices anything again.
 */
package org.halles.marketplace.order;
