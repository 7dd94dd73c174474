package org.halles.api.payout;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.halles.marketplace.importing.CsvFile;
import org.halles.marketplace.payout.StatementLine;
import org.halles.spi.Money;

/** The lines of a statement as a table. */
public final class StatementCsv {

  private StatementCsv() {}

  /** A row a line; amounts with a decimal point, in the currency's decimals. */
  public static void write(List<StatementLine> lines, OutputStream out) throws IOException {
    try (CsvFile file = CsvFile.to(out)) {
      file.row(
          "day",
          "kind",
          "reference",
          "sku",
          "title",
          "quantity",
          "gross",
          "commission",
          "commission_vat",
          "net",
          "currency");
      lines.forEach(line -> write(file, line));
    }
  }

  private static void write(CsvFile file, StatementLine line) {
    file.row(
        line.day(),
        line.kind(),
        line.reference(),
        line.sku(),
        line.title() == null ? null : line.title().in("en"),
        line.quantity() == 0 ? null : line.quantity(),
        decimal(line.gross()),
        decimal(line.commission()),
        decimal(line.commissionVat()),
        decimal(line.net()),
        line.net().currency());
  }

  private static String decimal(Money amount) {
    return Optional.ofNullable(amount)
        .map(Money::toDecimal)
        .map(BigDecimal::toPlainString)
        .orElse(null);
  }
}
