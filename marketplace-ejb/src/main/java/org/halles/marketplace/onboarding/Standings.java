package org.halles.marketplace.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.DocumentRunsOut;
import org.halles.marketplace.shared.Outbox;

/** Keeps on each vendor what it lacks, so that nobody who sells or pays has to work it out. */
@ApplicationScoped
class Standings {

  private Database database;
  private FactsReading reading;
  private Checklists checklists;
  private Outbox outbox;
  private Clock clock;

  protected Standings() {}

  @Inject
  Standings(
      Database database, FactsReading reading, Checklists checklists, Outbox outbox, Clock clock) {
    this.database = database;
    this.reading = reading;
    this.checklists = checklists;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Judges a vendor anew, in the caller's transaction. */
  @Transactional(TxType.MANDATORY)
  public ChecklistView refresh(UUID vendorId) {
    VendorFacts facts = reading.facts(vendorId);
    ChecklistView checklist = checklists.of(facts);
    database.update(
        "update vendor set selling_missing = ?, payout_missing = ?, check_due = ? where id = ?",
        types(checklist.getSellingMissing()),
        types(checklist.getPayoutMissing()),
        nextLook(facts).map(Standings::morningOf).orElse(null),
        vendorId);
    remind(facts);
    return checklist;
  }

  /** Judges some vendors whose time has come; true if there may be more. */
  @Transactional
  public boolean refreshSome(int most) {
    List<UUID> due =
        database.list(
            "select id from vendor where check_due <= ? order by check_due limit ?"
                + " for update skip locked",
            row -> row.uuid("id"),
            clock.instant(),
            most);
    due.forEach(this::refresh);
    return due.size() == most;
  }

  /** Something changed for everybody: all are judged anew, soon. */
  @Transactional(TxType.MANDATORY)
  public void everybody() {
    database.update(
        "update vendor set check_due = ? where status in ('APPLIED', 'APPROVED', 'SUSPENDED')",
        clock.instant());
  }

  private static String[] types(List<ChecklistStep> steps) {
    return steps.stream().map(ChecklistStep::type).distinct().toArray(String[]::new);
  }

  /** The next day on which something changes by itself. */
  private static Optional<LocalDate> nextLook(VendorFacts facts) {
    Stream<LocalDate> documents =
        facts.documents().stream()
            .map(DocumentView::expiresOn)
            .filter(day -> day != null && !day.isBefore(facts.today()))
            .flatMap(
                last ->
                    Stream.of(last.minusDays(DocumentHandedIn.DAYS_AHEAD - 1L), last.plusDays(1)));
    return Stream.concat(Stream.ofNullable(facts.termsDueNext()), documents)
        .filter(day -> day.isAfter(facts.today()))
        .min(LocalDate::compareTo);
  }

  private static Instant morningOf(LocalDate day) {
    return day.atStartOfDay(BusinessCalendar.zone()).toInstant();
  }

  /** Asks for a new document once when the old one runs out soon, and once when it has. */
  private void remind(VendorFacts facts) {
    for (DocumentView document : facts.documents()) {
      LocalDate last = document.expiresOn();
      boolean soon =
          last != null && last.isBefore(facts.today().plusDays(DocumentHandedIn.DAYS_AHEAD));
      if (soon && remindedNow(document.id(), last.isBefore(facts.today()), last)) {
        outbox.add(new DocumentRunsOut(facts.id(), document.id(), last, clock.instant()));
      }
    }
  }

  private boolean remindedNow(UUID document, boolean over, LocalDate last) {
    Instant since = over ? morningOf(last.plusDays(1)) : Instant.EPOCH;
    return database.update(
            """
            update vendor_document set reminded_at = ?
             where id = ? and status = 'ACCEPTED' and coalesce(reminded_at, timestamptz 'epoch') <= ?
            """,
            clock.instant(),
            document,
            since)
        == 1;
  }
}
