package org.halles.marketplace.request;

import java.time.LocalDate;
import org.halles.spi.Money;

/**
 * A vendor's offer on a request, as it was sent.
 *
 * @param price for everything that is asked, tax included
 * @param shipping on top of it; nothing if it is left out, and always for a service
 * @param deliveryDays from the payment on
 * @param message may be left out
 * @param validUntil the last day on which the buyer may accept it
 */
public record BidInput(
    Money price, Money shipping, Integer deliveryDays, String message, LocalDate validUntil) {}
