package org.halles.web.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.halles.marketplace.payout.Statement;
import org.halles.marketplace.payout.StatementLine;
import org.halles.spi.Money;
import org.halles.web.ui.Amounts;
import org.halles.web.ui.Language;

/** A vendor's monthly statement as a PDF: totals by kind, then every line of the month. */
public final class StatementPrinter {

  public static final String MEDIA_TYPE = "application/pdf";

  private static final float DAY = Sheet.LEFT;
  private static final float WHAT = Sheet.LEFT + 64;
  private static final float GROSS = Sheet.RIGHT - 160;
  private static final float COMMISSION = Sheet.RIGHT - 80;
  private static final float NET = Sheet.RIGHT;
  private static final float ROOM = GROSS - 64 - WHAT;

  private final Sheet sheet;
  private final ResourceBundle words;
  private final ResourceBundle more;
  private final List<ResourceBundle> moves;
  private final Locale locale;

  private StatementPrinter(Sheet sheet, String language) {
    this.sheet = sheet;
    this.words = bundle("payouts", language);
    this.more = bundle("finance", language);
    this.moves =
        Stream.of("payouts", "disputes", "cash", "fees")
            .map(name -> bundle(name, language))
            .toList();
    this.locale = Language.localeOf(language);
  }

  /**
   * @param vendor whose it is, in words
   * @param lines of the same month and currency
   */
  public static byte[] print(
      String vendor, Statement statement, List<StatementLine> lines, String language) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try (Sheet sheet = new Sheet()) {
      StatementPrinter printer = new StatementPrinter(sheet, language);
      sheet.turn();
      printer.totals(vendor, statement);
      printer.lines(lines);
      sheet.to(pdf);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return pdf.toByteArray();
  }

  private void totals(String vendor, Statement statement) throws IOException {
    sheet.write(vendor, Sheet.LEFT, 400, 18);
    sheet.down(4);
    sheet.write(
        more.getString("finance.statement")
            + " "
            + words.getString("payouts.month." + statement.period().getMonthValue())
            + " "
            + statement.period().getYear()
            + ", "
            + statement.closing().currency(),
        Sheet.LEFT,
        400,
        13);
    sheet.down(20);
    sum(words.getString("payouts.opening"), statement.opening(), 11);
    sheet.rule();
    for (Statement.Movement movement : statement.movements()) {
      sum(kind(movement.kind()), movement.amount(), 10);
    }
    sheet.rule();
    sum(
        words.getString(statement.complete() ? "payouts.closing" : "payouts.so-far"),
        statement.closing(),
        12);
    sheet.down(24);
  }

  private void sum(String label, Money amount, float size) throws IOException {
    sheet.write(label, Sheet.LEFT, 320, size);
    sheet.end(text(amount), NET, size);
  }

  private void lines(List<StatementLine> lines) throws IOException {
    sheet.room(80);
    columns();
    for (StatementLine line : lines) {
      if (sheet.room(36)) {
        columns();
      }
      line(line);
    }
  }

  private void columns() throws IOException {
    sheet.write(words.getString("payouts.day"), DAY, 60, 8);
    sheet.end(more.getString("finance.gross"), GROSS, 8);
    sheet.end(words.getString("payouts.move.commission"), COMMISSION, 8);
    sheet.end(more.getString("finance.net"), NET, 8);
    sheet.rule();
  }

  /** Commission with its VAT in one figure: the statement's totals part them. */
  private void line(StatementLine line) throws IOException {
    float top = sheet.height();
    sheet.write(
        DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(locale).format(line.day()),
        DAY,
        60,
        9);
    sheet.end(amount(line.gross()), GROSS, 9);
    sheet.end(amount(taken(line)), COMMISSION, 9);
    sheet.end(text(line.net()), NET, 9);
    sheet.back(top);
    sheet.write(what(line), WHAT, ROOM, 9);
    sheet.write(kind(line.kind()) + " · " + line.reference(), WHAT, ROOM, 7);
    sheet.down(4);
  }

  private String what(StatementLine line) {
    if (line.title() == null) {
      return kind(line.kind());
    }
    String title = line.title().in(locale.getLanguage());
    return line.quantity() > 1 ? line.quantity() + " × " + title : title;
  }

  private static Money taken(StatementLine line) {
    Money vat = line.commissionVat();
    return line.commission() == null || vat == null
        ? line.commission()
        : line.commission().plus(vat);
  }

  private String kind(String kind) {
    String key = "payouts.move." + kind;
    return moves.stream()
        .filter(bundle -> bundle.containsKey(key))
        .findFirst()
        .map(bundle -> bundle.getString(key))
        .orElse(kind);
  }

  private String amount(Money amount) {
    return Optional.ofNullable(amount).map(this::text).orElse("");
  }

  private String text(Money amount) {
    return Amounts.text(amount, locale);
  }

  private static ResourceBundle bundle(String name, String language) {
    return ResourceBundle.getBundle(
        "org.halles.web." + name,
        Locale.forLanguageTag(language),
        StatementPrinter.class.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
