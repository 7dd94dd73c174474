package org.halles.marketplace.invoicing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * An invoice of the platform to a vendor, or a credit note.
 *
 * @param kind {@code INVOICE} or {@code CREDIT_NOTE}
 * @param vendor slug
 * @param period the month, such as {@code 2026-10}
 * @param net before VAT
 * @param total what the vendor owes, or gets back; settled through the ledger already
 * @param regime {@code VAT}; {@code REVERSE_CHARGE}: the vendor accounts for it; {@code OUTSIDE_EU}
 *     ; {@code NONE}: no VAT was taken
 * @param lines one a kind of service; empty in lists
 */
public record InvoiceView(
    UUID id,
    String number,
    String kind,
    String vendor,
    String vendorName,
    String period,
    Money net,
    Money vat,
    Money total,
    String regime,
    Party issuer,
    Party recipient,
    LocalDate issuedOn,
    List<Line> lines) {

  /**
   * A service.
   *
   * @param kind {@code COMMISSION}, or the kind of a fee
   * @param orders how many orders it is about; zero for fees
   */
  public record Line(String kind, int orders, Money net, Money vat) {}

  InvoiceView with(List<Line> all) {
    return new InvoiceView(
        id,
        number,
        kind,
        vendor,
        vendorName,
        period,
        net,
        vat,
        total,
        regime,
        issuer,
        recipient,
        issuedOn,
        all);
  }

  /** True if it gives back. */
  public boolean isCreditNote() {
    return kind.equals("CREDIT_NOTE");
  }
}
