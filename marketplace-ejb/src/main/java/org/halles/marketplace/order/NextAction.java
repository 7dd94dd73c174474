package org.halles.marketplace.order;

/**
 * What the buyer must do before the payment goes on.
 *
 * @param type {@code redirect}
 * @param url where to
 */
public record NextAction(String type, String url) {}
