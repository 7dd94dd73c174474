package org.halles.marketplace.order;

import java.time.LocalDate;

/**
 * A service that was bought.
 *
 * @param wishedOn the day the buyer wished, or null
 * @param note in the buyer's words, or null
 * @param performedOn the day it was done, or null
 */
public record ServiceView(LocalDate wishedOn, String note, LocalDate performedOn) {}
