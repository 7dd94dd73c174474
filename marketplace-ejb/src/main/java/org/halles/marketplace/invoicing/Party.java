package org.halles.marketplace.invoicing;

/**
 * Who issues an invoice, or to whom, as it was that day.
 *
 * @param name the company or person
 * @param address in lines
 * @param registration in a trade register, or null
 * @param vatNumber or null
 * @param country ISO 3166-1 alpha-2
 */
public record Party(
    String name, String address, String registration, String vatNumber, String country) {}
