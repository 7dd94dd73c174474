package org.halles.marketplace.notification;

/**
 * Somebody who is written to.
 *
 * @param language {@code fr} or {@code en}
 */
record Reader(String email, String name, String language) {}
