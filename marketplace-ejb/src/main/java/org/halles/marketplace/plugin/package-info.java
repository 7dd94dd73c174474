/**
 * The door to the plugins: finds what is installed, refuses what does not fit and says why, keeps
 * what is switched on, and is the only place that calls foreign code: with a time budget, a circuit
 * breaker and a record of every fault, so that one bad jar costs its own answers and nothing else.
 */
package org.halles.marketplace.plugin;
