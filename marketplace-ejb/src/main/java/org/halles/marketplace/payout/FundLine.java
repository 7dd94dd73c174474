package org.halles.marketplace.payout;

import java.time.LocalDate;
import org.halles.spi.Money;

/**
 * What happened to a fund's money on one day.
 *
 * @param kind the template of the entries: {@code capture} is what buyers gave
 * @param count of entries
 * @param amount signed: above zero is the fund's
 */
public record FundLine(LocalDate day, String kind, int count, Money amount) {}
