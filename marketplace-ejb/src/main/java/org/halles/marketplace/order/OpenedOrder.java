package org.halles.marketplace.order;

import org.halles.marketplace.payment.Intent;

/**
 * An order that was just opened: frozen, reserved, and not yet paid.
 *
 * @param view as the buyer sees it
 * @param intent the payment to be asked for; null if nothing is left to be paid
 */
public record OpenedOrder(OrderGroupView view, Intent intent) {}
