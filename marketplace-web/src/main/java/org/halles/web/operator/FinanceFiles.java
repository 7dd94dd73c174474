package org.halles.web.operator;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.api.invoicing.YearlyCsv;
import org.halles.marketplace.exporting.AuditFile;
import org.halles.marketplace.exporting.TrialBalanceTable;
import org.halles.marketplace.invoicing.InvoiceView;
import org.halles.marketplace.invoicing.Invoices;
import org.halles.marketplace.invoicing.YearlyReport;
import org.halles.marketplace.payout.SepaFiles;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Violation;
import org.halles.web.paper.InvoicePrinter;
import org.halles.web.ui.Language;

/** What finance takes home from the console, written as it is read. */
@WebServlet("/operator/files/*")
public class FinanceFiles extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final Pattern TRANSFERS =
      Pattern.compile("/sepa/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.xml");

  /** Writes one file. */
  private interface Content {
    void to(OutputStream out) throws IOException;
  }

  @Inject private transient TrialBalanceTable trialBalance;
  @Inject private transient AuditFile auditFile;
  @Inject private transient SepaFiles sepa;
  @Inject private transient Invoices invoices;
  @Inject private transient YearlyReport yearly;
  @Inject private transient Language language;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = String.valueOf(request.getPathInfo());
    Matcher transfers = TRANSFERS.matcher(path);
    if (transfers.matches()) {
      UUID file = UUID.fromString(transfers.group(1));
      String name = sepa.find(file).messageId() + ".xml";
      byte[] content = sepa.content(file);
      send(response, "application/xml", name, out -> out.write(content));
      return;
    }
    if (sendOfVendors(path, request, response)) {
      return;
    }
    LocalDate from = day(request, "from");
    LocalDate to = day(request, "to");
    String siren = request.getParameter("siren");
    switch (path) {
      case "/trial-balance.csv" ->
          send(response, "text/csv", "trial-balance.csv", out -> trialBalance.write(from, to, out));
      case "/fec" ->
          send(
              response,
              "text/plain",
              auditFile.name(siren, from, to),
              out -> auditFile.write(siren, from, to, out));
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /** Papers about vendors; false if the path names none. */
  private boolean sendOfVendors(
      String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (path.equals("/invoice.pdf")) {
      InvoiceView invoice = invoices.get(String.valueOf(request.getParameter("number")));
      byte[] paper = InvoicePrinter.print(invoice, language.getTag());
      send(response, "application/pdf", invoice.number() + ".pdf", out -> out.write(paper));
      return true;
    }
    if (path.equals("/dac7.csv")) {
      int year = year(request.getParameter("year"));
      yearly.of(year, new Paging(1, null));
      send(
          response, "text/csv", "dac7-" + year + ".csv", out -> YearlyCsv.write(yearly, year, out));
      return true;
    }
    return false;
  }

  private static int year(String typed) {
    try {
      return Integer.parseInt(String.valueOf(typed).strip());
    } catch (NumberFormatException unreadable) {
      throw new InvalidInput(new Violation("year", "must be a year such as 2026", typed));
    }
  }

  private static void send(HttpServletResponse response, String type, String name, Content content)
      throws IOException {
    response.setContentType(type + ";charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setHeader("Cache-Control", "no-store");
    content.to(response.getOutputStream());
  }

  private static LocalDate day(HttpServletRequest request, String name) {
    String typed = request.getParameter(name);
    try {
      return typed == null || typed.isBlank() ? null : LocalDate.parse(typed);
    } catch (DateTimeParseException malformed) {
      throw new InvalidInput(new Violation(name, "must be a date such as 2026-01-31", typed));
    }
  }
}
