package org.halles.marketplace.books;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.halles.marketplace.books.BooksReport.Check;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.SystemWorker;
import org.halles.marketplace.ledger.Seals;
import org.halles.marketplace.shared.BusinessCalendar;
import org.jboss.logging.Logger;

/**
 * After midnight: seals the day that ended, and checks what is new; on Sundays everything. A
 * gateway that could not be asked then is asked again until it answers.
 */
@ApplicationScoped
class BooksNight extends SystemWorker {

  private static final Logger LOG = Logger.getLogger(BooksNight.class);
  private static final LocalTime AFTER = LocalTime.of(0, 30);

  private Seals seals;
  private Books books;
  private Clock clock;
  private LocalDate done;
  private BooksReport report;

  protected BooksNight() {}

  @Inject
  BooksNight(
      Seals seals, Books books, Clock clock, CurrentCaller caller, ManagedThreadFactory threads) {
    super("books", Duration.ofMinutes(10), caller, threads);
    this.seals = seals;
    this.books = books;
    this.clock = clock;
  }

  @Override
  protected boolean turn() {
    night();
    return false;
  }

  private void night() {
    ZonedDateTime now = clock.instant().atZone(BusinessCalendar.zone());
    LocalDate today = now.toLocalDate();
    if (now.toLocalTime().isBefore(AFTER)) {
      return;
    }
    if (today.equals(done)) {
      if (!report.complete()) {
        tell(books.checkAgain(report));
      }
    } else if (seals.sealBefore(today)) {
      done = today;
      tell(today.getDayOfWeek() == DayOfWeek.SUNDAY ? books.check() : books.checkNew());
    }
  }

  private void tell(BooksReport found) {
    report = found;
    if (!found.balanced()) {
      LOG.errorf(
          "the books do not balance: %s",
          found.checks().stream().filter(check -> !check.ok()).map(Check::id).toList());
    }
    found.checks().stream()
        .filter(check -> !check.unasked().isEmpty())
        .forEach(
            check ->
                LOG.warnf(
                    "%s was not examined for %s, which could not be asked: it is asked again",
                    check.id(), check.unasked()));
  }
}
