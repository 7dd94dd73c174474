package org.halles.web.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import org.halles.marketplace.invoicing.InvoiceView;
import org.halles.marketplace.invoicing.Party;
import org.halles.spi.Money;
import org.halles.web.ui.Amounts;
import org.halles.web.ui.Language;

/** An invoice of the platform to a vendor, or a credit note, on one sheet. */
public final class InvoicePrinter {

  public static final String MEDIA_TYPE = "application/pdf";

  private static final float NET = Sheet.RIGHT - 160;
  private static final float VAT = Sheet.RIGHT - 80;

  private final Sheet sheet;
  private final ResourceBundle words;
  private final Locale locale;

  private InvoicePrinter(Sheet sheet, String language) {
    this.sheet = sheet;
    this.locale = Language.localeOf(language);
    this.words =
        ResourceBundle.getBundle(
            "org.halles.web.invoicing",
            Locale.forLanguageTag(language),
            InvoicePrinter.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public static byte[] print(InvoiceView invoice, String language) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try (Sheet sheet = new Sheet()) {
      InvoicePrinter printer = new InvoicePrinter(sheet, language);
      sheet.turn();
      printer.head(invoice);
      printer.lines(invoice);
      printer.totals(invoice);
      sheet.to(pdf);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return pdf.toByteArray();
  }

  private void head(InvoiceView invoice) throws IOException {
    party(invoice.issuer());
    sheet.down(24);
    sheet.write(words.getString("invoices.to"), Sheet.LEFT, 300, 9);
    party(invoice.recipient());
    sheet.down(24);
    sheet.write(
        words.getString("invoices.kind." + invoice.kind()) + " " + invoice.number(),
        Sheet.LEFT,
        450,
        16);
    sheet.write(
        MessageFormat.format(
            words.getString("invoices.about"), day(invoice), month(invoice.period())),
        Sheet.LEFT,
        450,
        10);
    sheet.down(20);
  }

  private void party(Party party) throws IOException {
    sheet.write(party.name(), Sheet.LEFT, 400, 12);
    if (party.address() != null) {
      sheet.write(party.address(), Sheet.LEFT, 300, 10);
    }
    sheet.write(
        new Locale.Builder().setRegion(party.country()).build().getDisplayCountry(locale),
        Sheet.LEFT,
        300,
        10);
    if (party.registration() != null) {
      sheet.write(party.registration(), Sheet.LEFT, 400, 9);
    }
    if (party.vatNumber() != null) {
      sheet.write(
          words.getString("invoices.vat-number") + " " + party.vatNumber(), Sheet.LEFT, 400, 9);
    }
  }

  private void lines(InvoiceView invoice) throws IOException {
    columns();
    for (InvoiceView.Line line : invoice.lines()) {
      String what = words.getString("invoices.service." + line.kind());
      row(
          line.orders() == 0
              ? what
              : what
                  + " · "
                  + MessageFormat.format(words.getString("invoices.orders"), line.orders()),
          line.net(),
          line.vat(),
          10);
    }
    sheet.rule();
  }

  private void columns() throws IOException {
    sheet.write(words.getString("invoices.service"), Sheet.LEFT, 200, 8);
    sheet.end(words.getString("invoices.net"), NET, 8);
    sheet.end(words.getString("invoices.vat"), VAT, 8);
    sheet.end(words.getString("invoices.total"), Sheet.RIGHT, 8);
    sheet.rule();
  }

  private void row(String what, Money net, Money vat, float size) throws IOException {
    sheet.write(what, Sheet.LEFT, 240, size);
    sheet.end(text(net), NET, size);
    sheet.end(text(vat), VAT, size);
    sheet.end(text(net.plus(vat)), Sheet.RIGHT, size);
  }

  private void totals(InvoiceView invoice) throws IOException {
    row(words.getString("invoices.sum"), invoice.net(), invoice.vat(), 11);
    sheet.down(20);
    if (!invoice.regime().equals("VAT")) {
      sheet.write(words.getString("invoices.regime." + invoice.regime()), Sheet.LEFT, 480, 10);
    }
    sheet.write(
        words.getString(invoice.isCreditNote() ? "invoices.given-back" : "invoices.settled"),
        Sheet.LEFT,
        480,
        10);
  }

  private String day(InvoiceView invoice) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(locale)
        .format(invoice.issuedOn());
  }

  private String month(String period) {
    return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(YearMonth.parse(period));
  }

  private String text(Money amount) {
    return Amounts.text(amount, locale);
  }
}
