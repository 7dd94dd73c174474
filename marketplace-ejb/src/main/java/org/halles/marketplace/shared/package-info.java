/**
 * The few words every feature speaks: ids, texts in two languages, pages of a list, refusals, the
 * clock, the outbox and idempotency keys. Knows nothing of shops or money.
 */
package org.halles.marketplace.shared;
