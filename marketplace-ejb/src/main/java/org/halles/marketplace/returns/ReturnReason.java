package org.halles.marketplace.returns;

import org.halles.marketplace.shared.Texts;

/**
 * Why goods may go back.
 *
 * @param code stable, such as {@code damaged}
 * @param name as people read it
 * @param costBorneBy who pays for sending them back
 * @param days how long after the delivery it may be said
 * @param photoNeeded true if a picture must show it
 * @param deliveryBack true if what the delivery cost goes back too, once everything does
 * @param active false if it is not offered any more
 */
public record ReturnReason(
    String code,
    Texts name,
    Bearer costBorneBy,
    int days,
    boolean photoNeeded,
    boolean deliveryBack,
    boolean active) {}
