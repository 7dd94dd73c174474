package org.halles.marketplace.ledger;

import org.halles.spi.Money;

/**
 * An account of the book with its balance.
 *
 * @param address such as {@code vendor_pending:<id>}
 * @param normalSide the side on which it grows
 * @param debits sum of all debits
 * @param credits sum of all credits
 * @param balance on its normal side
 */
public record AccountView(
    String address, Side normalSide, Money debits, Money credits, Money balance) {}
