package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;

/** Checks the books on demand: every invariant, what it examined, and every row that offends. */
@Named
@RequestScoped
public class BooksDesk {

  @Inject private Books books;

  private BooksReport report;

  /** Runs the check. */
  public void check() {
    report = books.check();
  }

  /** The report of the check just run, or null before it. */
  public BooksReport getReport() {
    return report;
  }

  public long getExamined() {
    return report.checks().stream().mapToLong(BooksReport.Check::examined).sum();
  }
}
