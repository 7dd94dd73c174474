package org.halles.web.vendor;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.api.invoicing.InvoiceFiles;
import org.halles.api.payout.StatementCsv;
import org.halles.marketplace.exporting.Departure;
import org.halles.marketplace.exporting.LedgerTable;
import org.halles.marketplace.exporting.OrderTable;
import org.halles.marketplace.importing.CompanyTable;
import org.halles.marketplace.importing.ErrorFile;
import org.halles.marketplace.importing.Importing;
import org.halles.marketplace.importing.ListingTable;
import org.halles.marketplace.importing.Reception;
import org.halles.marketplace.invoicing.InvoiceDetail;
import org.halles.marketplace.invoicing.InvoiceView;
import org.halles.marketplace.invoicing.Invoices;
import org.halles.marketplace.payout.Statement;
import org.halles.marketplace.payout.StatementLine;
import org.halles.marketplace.payout.Statements;
import org.halles.marketplace.vendor.Memberships;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.CurrencyCode;
import org.halles.web.paper.InvoicePrinter;
import org.halles.web.paper.StatementPrinter;
import org.halles.web.ui.ImportWords;
import org.halles.web.ui.Language;

/** What a vendor's members take home from the portal, written as it is read. */
@WebServlet("/vendor/files/*")
public class VendorFiles extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Pattern FILE =
      Pattern.compile("/([^/]+)/([a-z]+)(?:-([a-z0-9-]+))?\\.(csv|zip|pdf)");

  private static final Pattern STATEMENT = Pattern.compile("(\\d{4}-(?:0[1-9]|1[0-2]))-([a-z]{3})");

  /** Writes one file. */
  private interface Content {
    void to(OutputStream out) throws IOException;
  }

  @Inject private transient Memberships memberships;
  @Inject private transient Reception reception;
  @Inject private transient Importing importing;
  @Inject private transient ErrorFile errors;
  @Inject private transient ListingTable listings;
  @Inject private transient CompanyTable companies;
  @Inject private transient OrderTable orders;
  @Inject private transient LedgerTable ledger;
  @Inject private transient Departure departure;
  @Inject private transient Statements statements;
  @Inject private transient Invoices invoices;
  @Inject private transient Language language;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher file = FILE.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
    Content content = file.matches() ? content(request, file) : null;
    if (content == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String name = file.group(0).substring(1).replace('/', '-');
    response.setContentType(
        switch (file.group(4)) {
          case "csv" -> "text/csv;charset=UTF-8";
          case "pdf" -> StatementPrinter.MEDIA_TYPE;
          default -> "application/zip";
        });
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setHeader("Cache-Control", "no-store");
    content.to(response.getOutputStream());
  }

  private Content invoice(VendorScope scope, String file, boolean paper, String tongue) {
    String number = file.toUpperCase(Locale.ROOT);
    if (paper) {
      InvoiceView invoice = invoices.get(scope, number);
      return out -> out.write(InvoicePrinter.print(invoice, tongue));
    }
    List<InvoiceDetail> details = invoices.details(scope, number);
    return out -> InvoiceFiles.write(details, out);
  }

  /** Whether it is there is known before anything is sent. */
  private Content content(HttpServletRequest request, Matcher file) {
    VendorScope scope = memberships.scopeOf(file.group(1));
    String tongue = language.getTag();
    String site = siteOf(request);
    return switch (file.group(2)) {
      case "company" -> out -> companies.write(scope, tongue, out);
      case "orders" -> out -> orders.write(scope, tongue, out);
      case "ledger" -> out -> ledger.write(scope, out);
      case "invoice" ->
          invoice(scope, String.valueOf(file.group(3)), file.group(4).equals("pdf"), tongue);
      case "statement" ->
          statement(scope, String.valueOf(file.group(3)), file.group(4).equals("pdf"), tongue);
      case "everything" -> out -> departure.write(scope, tongue, site, out);
      case "listings" -> {
        String layout = String.valueOf(file.group(3));
        boolean known = reception.layouts().stream().anyMatch(one -> one.id().equals(layout));
        yield known ? out -> listings.write(scope, layout, tongue, site, out) : null;
      }
      case "errors" -> {
        UUID id = idIn(file.group(3));
        if (id == null) {
          yield null;
        }
        importing.get(scope, id);
        yield out ->
            errors.write(scope, id, tongue, problem -> ImportWords.in(problem, tongue), out);
      }
      default -> null;
    };
  }

  /** {@code 2026-11-eur}: a month and a currency. */
  private Content statement(VendorScope scope, String what, boolean paper, String tongue) {
    Matcher parts = STATEMENT.matcher(what);
    if (!parts.matches()) {
      return null;
    }
    YearMonth month = YearMonth.parse(parts.group(1));
    CurrencyCode currency = CurrencyCode.of(parts.group(2).toUpperCase(Locale.ROOT));
    List<StatementLine> lines = new ArrayList<>();
    statements.lines(scope, month, currency, lines::add);
    if (paper) {
      return print(scope, statements.of(scope, month, currency), lines, tongue);
    }
    return out -> StatementCsv.write(lines, out);
  }

  private static Content print(
      VendorScope scope, Statement statement, List<StatementLine> lines, String tongue) {
    byte[] pdf = StatementPrinter.print(scope.name(), statement, lines, tongue);
    return out -> out.write(pdf);
  }

  private static UUID idIn(String text) {
    try {
      return UUID.fromString(String.valueOf(text));
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  private static String siteOf(HttpServletRequest request) {
    return request.getRequestURL().toString().replaceFirst("(?<!:|/)/(?!/).*", "");
  }
}
