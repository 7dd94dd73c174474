package org.halles.marketplace.payout;

import java.time.LocalDate;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * One line of a statement: an order line or a shipping that was sold, or another movement.
 *
 * @param day the business day on which it was booked
 * @param kind {@code sales}, or the template of the entry
 * @param reference number of the order or the payout; else the source of the entry
 * @param sku of a sold line, else null
 * @param title of a sold line, else null
 * @param quantity of a sold line, else 0
 * @param gross what it was sold for, what the platform gave included; null if nothing was sold
 * @param commission the operator's share of it, or null
 * @param commissionVat the VAT on that, or null
 * @param net what it changed for the vendor; signed
 */
public record StatementLine(
    LocalDate day,
    String kind,
    String reference,
    String sku,
    Texts title,
    int quantity,
    Money gross,
    Money commission,
    Money commissionVat,
    Money net) {}
