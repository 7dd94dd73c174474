/**
 * The whole money part under invented bad luck: from a seed a story is drawn, of buyers, vendors,
 * messages, workers, payouts, lost answers and power cuts. The rooms are the real ones over a real
 * PostgreSQL; only the gateway and the clock are the test's. The same seed tells the same story.
 */
package org.halles.marketplace.seeded;
