package org.halles.marketplace.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.SealedPostings.Line;
import org.halles.marketplace.ledger.SealedPostings.Place;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;

/**
 * Seals what was posted, once a business day: every part of it gets a digest, all parts make the
 * day's, and each day's covers the former one. An entry gets its gapless number here. Whoever
 * changes a sealed posting would have to make every later seal anew.
 */
@ApplicationScoped
public class Seals {

  /** Small enough to say where something was changed, large enough to be quick. */
  static final int PART = 1000;

  private static final String QUEUE = "select pg_advisory_xact_lock(hashtext('halles-seals'))";

  private static final String NUMBER =
      """
      with numbered as (
        insert into sealed_entry (entry_id, number, seal)
        select e.id, (select coalesce(max(number), 0) from sealed_entry)
                       + row_number() over (order by e.day, e.id), ?
          from journal_entry e
         where e.id in (select entry_id from posting where tx >= ?::xid8 and tx < ?::xid8)
        returning 1
      )
      select count(*) as entries from numbered
      """;

  private Database database;
  private SealedPostings postings;
  private Clock clock;

  protected Seals() {}

  @Inject
  public Seals(Database database, SealedPostings postings, Clock clock) {
    this.database = database;
    this.postings = postings;
    this.clock = clock;
  }

  /** Seals what is final and not sealed yet; empty if there is nothing. */
  @Allowed(Role.FINANCE)
  @Transactional
  public Optional<SealView> seal() {
    database.find(QUEUE, row -> true);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String from =
        database
            .find(
                "select max(below_tx::text::numeric)::text as tx from book_seal",
                row -> Optional.ofNullable(row.text("tx")))
            .flatMap(tx -> tx)
            .orElse("0");
    String below =
        database
            .find("select pg_snapshot_xmin(pg_current_snapshot())::text as tx", r -> r.text("tx"))
            .orElseThrow();
    long number = last().map(SealView::number).orElse(0L) + 1;
    return postings.after(Place.before(from), below, 1).isEmpty()
        ? Optional.empty()
        : Optional.of(write(number, from, below, now));
  }

  /**
   * Seals once a business day; several servers may ask.
   *
   * @return false if another server has sealed on this day already
   */
  @Allowed(Role.SYSTEM)
  @Transactional
  public boolean sealBefore(LocalDate today) {
    database.find(QUEUE, row -> true);
    if (last().filter(seal -> !seal.day().isBefore(today)).isPresent()) {
      return false;
    }
    seal();
    return true;
  }

  private SealView write(long number, String from, String below, Instant now) {
    String previous = last().map(SealView::digest).orElse("");
    LocalDate day = BusinessCalendar.dayOf(now);
    SealParts parts = new SealParts();
    Place place = Place.before(from);
    List<Line> lines = postings.after(place, below, PART);
    while (!lines.isEmpty()) {
      parts.add(lines);
      place = lines.get(lines.size() - 1).place();
      lines = postings.after(place, below, PART);
    }
    database.update(
        """
        insert into book_seal (number, day, from_tx, below_tx, entries, postings, content,
                               previous, digest, sealed_at)
        values (?, ?, ?::xid8, ?::xid8, ?, ?, ?, ?, ?, ?)
        """,
        number,
        day,
        from,
        below,
        parts.entries(),
        parts.postings(),
        parts.content(),
        previous,
        digest(
            number, day, from, below, parts.entries(), parts.postings(), parts.content(), previous),
        now);
    parts.write(database, number);
    database.findPatiently(NUMBER, row -> row.whole("entries"), number, from, below);
    return last().orElseThrow();
  }

  static String digest(
      long number,
      LocalDate day,
      String from,
      String below,
      long entries,
      long postings,
      String content,
      String previous) {
    Digests digest = new Digests();
    digest.add(
        String.join(
            "|",
            Long.toString(number),
            day.toString(),
            from,
            below,
            Long.toString(entries),
            Long.toString(postings),
            content,
            previous));
    return digest.finish();
  }

  /** Newest first. */
  @Allowed(Role.FINANCE)
  @Transactional
  public Page<SealView> list(Paging paging) {
    long before = paging.keys(1).map(keys -> keys.whole(0)).orElse(Long.MAX_VALUE);
    List<SealView> rows =
        database.list(
            "select * from book_seal where number < ? order by number desc limit ?",
            Seals::read,
            before,
            paging.limit() + 1);
    return Page.of(rows, paging.limit(), seal -> Paging.cursor(seal.number()));
  }

  private Optional<SealView> last() {
    return database.find("select * from book_seal order by number desc limit 1", Seals::read);
  }

  static SealView read(Row row) throws SQLException {
    return new SealView(
        row.whole("number"),
        row.day("day"),
        row.whole("entries"),
        row.whole("postings"),
        row.text("content"),
        row.text("previous"),
        row.text("digest"),
        row.instant("sealed_at"));
  }
}
