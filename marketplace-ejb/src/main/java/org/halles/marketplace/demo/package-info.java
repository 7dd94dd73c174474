/**
 * A market that is already trading: stalls, goods, buyers and a month of past orders, so that
 * whoever starts Halles sees what it does. Loaded once, at the first start with {@code
 * HALLES_DEMO=true}, through the same use cases that people call. Nobody depends on this package.
 */
package org.halles.marketplace.demo;
