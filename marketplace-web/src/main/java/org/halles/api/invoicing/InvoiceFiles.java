package org.halles.api.invoicing;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.halles.marketplace.importing.CsvFile;
import org.halles.marketplace.invoicing.InvoiceDetail;
import org.halles.marketplace.invoicing.InvoiceView;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;
import org.halles.web.paper.InvoicePrinter;
import org.halles.web.ui.Language;

/** An invoice on paper, and what it rests on as a table. */
public final class InvoiceFiles {

  private InvoiceFiles() {}

  static Response pdf(InvoiceView invoice, String language) {
    if (!Language.SPOKEN.contains(language)) {
      throw new InvalidInput(
          new Violation("language", "must be one of " + Language.SPOKEN, language));
    }
    return Response.ok(InvoicePrinter.print(invoice, language), InvoicePrinter.MEDIA_TYPE)
        .header("Content-Disposition", "attachment; filename=\"" + invoice.number() + ".pdf\"")
        .build();
  }

  static Response csv(String number, List<InvoiceDetail> details) {
    return Response.ok((StreamingOutput) out -> write(details, out))
        .header("Content-Disposition", "attachment; filename=\"" + number + ".csv\"")
        .build();
  }

  /** A row an entry of the ledger; amounts with a decimal point. */
  public static void write(List<InvoiceDetail> details, OutputStream out) throws IOException {
    try (CsvFile file = CsvFile.to(out)) {
      file.row("day", "entry", "kind", "reference", "net", "vat", "currency");
      details.forEach(
          one ->
              file.row(
                  one.day(),
                  one.entry(),
                  one.kind(),
                  one.reference(),
                  one.net().toDecimal().toPlainString(),
                  one.vat().toDecimal().toPlainString(),
                  one.net().currency()));
    }
  }

  static YearMonth month(String period) {
    try {
      return period == null ? null : YearMonth.parse(period);
    } catch (DateTimeException wrong) {
      throw new InvalidInput(new Violation("period", "must be a month such as 2026-11", period));
    }
  }
}
