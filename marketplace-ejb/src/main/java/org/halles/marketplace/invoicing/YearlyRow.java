package org.halles.marketplace.invoicing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * What a vendor earned on the market in a year, as platforms report it to the tax authority
 * (directive (EU) 2021/514, DAC7).
 *
 * @param vendor slug
 * @param name of the shop
 * @param party name, address and numbers as declared on the checklist, else as its storefront says
 *     them
 * @param taxNumber under which its tax authority knows it, or null
 * @param birthDate of a private person, or null
 * @param accountHolder of the account it is paid to, or null
 * @param account its IBAN, or null
 * @param professional false for a private person
 * @param quarters always four
 * @param consideration of the year: what the vendor got, fees already taken off
 * @param fees commission, fees and the VAT on them that the platform kept
 * @param taxes on its sales that the platform kept to remit them itself
 * @param activities orders that were neither refused nor cancelled
 * @param exempt true for occasional sales of goods: fewer than 30, and at most 2,000 EUR
 * @param missing what the report needs and the vendor has not said: {@code address}, {@code
 *     taxNumber}, {@code birthDate}, {@code vatNumber}, {@code registration} or {@code account}
 */
public record YearlyRow(
    UUID id,
    String vendor,
    String name,
    Party party,
    String taxNumber,
    LocalDate birthDate,
    String accountHolder,
    String account,
    boolean professional,
    List<Quarter> quarters,
    Money consideration,
    Money fees,
    Money taxes,
    int activities,
    boolean exempt,
    List<String> missing) {

  /** Three months of it. */
  public record Quarter(Money consideration, Money fees, Money taxes, int activities) {}
}
