package org.halles.marketplace.refund;

import org.halles.spi.Money;

/** What goes back of one leg; never zero. */
record Taken(Leg leg, Money amount) {}
