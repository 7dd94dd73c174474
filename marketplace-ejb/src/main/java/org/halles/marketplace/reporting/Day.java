package org.halles.marketplace.reporting;

import java.time.LocalDate;
import org.halles.spi.Money;

/**
 * One business day.
 *
 * @param sales what buyers paid
 * @param part what of it the reader keeps: a vendor its earnings, the market its commission, both
 *     less what went back
 * @param orders how many
 */
public record Day(LocalDate day, Money sales, Money part, int orders) {}
