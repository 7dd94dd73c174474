package org.halles.marketplace.invoicing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.EuropeanUnion;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** Makes invoices of a month's sums; whoever issues holds the series until all are written. */
@ApplicationScoped
class Issuing {

  static final String INVOICES = "HC";
  static final String CREDIT_NOTES = "HA";

  /** What goes on one paper. */
  private record Paper(UUID vendor, CurrencyCode currency, boolean given) {}

  private InvoiceRows rows;
  private Sums sums;

  protected Issuing() {}

  @Inject
  Issuing(InvoiceRows rows, Sums sums) {
    this.rows = rows;
    this.sums = sums;
  }

  /** Part of the caller's transaction: all of the month's papers, or none. */
  public int issue(YearMonth month, Instant now) {
    LocalDate today = BusinessCalendar.dayOf(now);
    if (!month.isBefore(YearMonth.from(today))) {
      throw CannotInvoice.before(month.toString());
    }
    Party issuer = rows.issuer().orElseThrow(CannotInvoice::withoutIssuer);
    rows.lockSeries(CREDIT_NOTES, today.getYear());
    rows.lockSeries(INVOICES, today.getYear());
    Map<Paper, List<Sums.Sum>> papers = new LinkedHashMap<>();
    for (Sums.Sum sum : sums.toInvoice(month)) {
      papers
          .computeIfAbsent(
              new Paper(sum.vendor(), sum.currency(), sum.given()), paper -> new ArrayList<>())
          .add(sum);
    }
    papers.forEach((paper, its) -> write(paper, its, month, issuer, now));
    return papers.size();
  }

  private void write(Paper paper, List<Sums.Sum> its, YearMonth month, Party issuer, Instant now) {
    InvoiceRows.Recipient recipient = rows.recipient(paper.vendor());
    List<InvoiceView.Line> lines =
        its.stream()
            .map(
                sum ->
                    new InvoiceView.Line(
                        sum.kind(),
                        sum.orders(),
                        Money.of(sum.net(), paper.currency()),
                        Money.of(sum.vat(), paper.currency())))
            .toList();
    Money net = Money.sum(paper.currency(), lines.stream().map(InvoiceView.Line::net).toList());
    Money vat = Money.sum(paper.currency(), lines.stream().map(InvoiceView.Line::vat).toList());
    InvoiceView invoice =
        new InvoiceView(
            null,
            null,
            paper.given() ? "CREDIT_NOTE" : "INVOICE",
            null,
            null,
            month.toString(),
            net,
            vat,
            net.plus(vat),
            regime(issuer, recipient, vat),
            issuer,
            recipient.party(),
            BusinessCalendar.dayOf(now),
            lines);
    rows.insert(
        paper.vendor(), invoice, paper.given() ? CREDIT_NOTES : INVOICES, paper.currency(), now);
  }

  /** Why there is no VAT on it, if there is none. */
  static String regime(Party issuer, InvoiceRows.Recipient recipient, Money vat) {
    String country = recipient.party().country();
    if (vat.isPositive()) {
      return "VAT";
    }
    if (!recipient.professional() || country.equals(issuer.country())) {
      return "NONE";
    }
    return EuropeanUnion.has(country) ? "REVERSE_CHARGE" : "OUTSIDE_EU";
  }
}
