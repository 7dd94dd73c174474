package org.halles.marketplace.invoicing;

import java.time.LocalDate;
import org.halles.spi.Money;

/**
 * What a month's invoices and credit notes of a vendor rest on, entry by entry.
 *
 * @param entry of the ledger
 * @param reference an order's number, or null for a fee
 * @param net above zero: charged; below zero: given back
 */
public record InvoiceDetail(
    LocalDate day, long entry, String kind, String reference, Money net, Money vat) {}
