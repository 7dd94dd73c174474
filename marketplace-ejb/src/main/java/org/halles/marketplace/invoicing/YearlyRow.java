package org.halles.marketplace.invoicing;

import java.util.List;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * What a vendor earned on the market in a year, as platforms report it to the tax authority
 * (directive (EU) 2021/514, DAC7).
 *
 * @param vendor slug
 * @param name of the shop
 * @param party name, address and numbers as the vendor's storefront says them
 * @param professional false for a private person
 * @param quarters always four
 * @param consideration of the year: what the vendor got, fees already taken off
 * @param fees commission, fees and the VAT on them that the platform kept
 * @param activities orders that were neither refused nor cancelled
 * @param exempt true for occasional sales of goods: fewer than 30, and at most 2,000 EUR
 * @param missing what the report needs and the vendor has not said: {@code address}, {@code
 *     vatNumber} or {@code registration}
 */
public record YearlyRow(
    UUID id,
    String vendor,
    String name,
    Party party,
    boolean professional,
    List<Quarter> quarters,
    Money consideration,
    Money fees,
    int activities,
    boolean exempt,
    List<String> missing) {

  /** Three months of it. */
  public record Quarter(Money consideration, Money fees, int activities) {}
}
