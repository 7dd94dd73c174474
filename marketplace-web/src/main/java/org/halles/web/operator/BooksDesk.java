package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.ledger.SealView;
import org.halles.marketplace.ledger.Seals;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Say;

/** Checks the books on demand: every invariant, what it examined, and every row that offends. */
@Named
@RequestScoped
public class BooksDesk {

  @Inject private Books books;
  @Inject private Seals seals;
  @Inject private Say say;

  private BooksReport report;

  /** Runs the check of everything. */
  public void check() {
    report = books.check();
  }

  /** Runs the check of what came since the books were last found right. */
  public void checkNew() {
    report = books.checkNew();
  }

  /** The newest seals. */
  public List<SealView> getSeals() {
    return seals.list(Paging.of(5, null)).items();
  }

  /** Seals what was posted since the last seal. */
  public void seal() {
    Optional<SealView> made = seals.seal();
    if (made.isPresent()) {
      say.done("finance.sealed", made.get().number(), made.get().entries());
    } else {
      say.done("finance.nothing-to-seal");
    }
  }

  /** The report of the check just run, or null before it. */
  public BooksReport getReport() {
    return report;
  }

  public long getExamined() {
    return report.checks().stream().mapToLong(BooksReport.Check::examined).sum();
  }
}
