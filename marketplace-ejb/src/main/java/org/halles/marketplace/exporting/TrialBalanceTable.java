package org.halles.marketplace.exporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.importing.CsvFile;
import org.halles.marketplace.ledger.History;
import org.halles.marketplace.ledger.TrialBalance;
import org.halles.spi.Money;

/** The trial balance as a table, one line an account. */
@ApplicationScoped
public class TrialBalanceTable {

  private History history;

  protected TrialBalanceTable() {}

  @Inject
  TrialBalanceTable(History history) {
    this.history = history;
  }

  /**
   * Balances are debits minus credits.
   *
   * @param from first business day, or null
   * @param to last business day, or null
   */
  @Allowed(Role.FINANCE)
  public void write(LocalDate from, LocalDate to, OutputStream out) throws IOException {
    try (CsvFile file = CsvFile.to(out)) {
      file.row("account", "currency", "opening", "debits", "credits", "closing");
      history.accounts(from, to, line -> row(file, line));
    }
  }

  private static void row(CsvFile file, TrialBalance.Line line) {
    file.row(
        line.name(),
        line.debits().currency(),
        decimal(line.opening()),
        decimal(line.debits()),
        decimal(line.credits()),
        decimal(line.closing()));
  }

  private static String decimal(Money amount) {
    return amount.toDecimal().toPlainString();
  }
}
