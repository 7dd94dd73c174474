package org.halles.marketplace.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.testing.Marketplace;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** The book in a real PostgreSQL. */
class LedgerTest {

  private final Ledger ledger = Marketplace.get(Ledger.class);
  private final Balances balances = Marketplace.get(Balances.class);
  private final Book book = Marketplace.get(Book.class);
  private final Database database = Marketplace.get(Database.class);
  private final UUID vendor = Ids.next();
  private final String pending = Chart.vendorPending(vendor);

  @Test
  void whatIsPostedIsReadBackWithItsSource() {
    post(fee("a", 105));

    EntryView entry =
        Marketplace.asSystem(() -> book.entries("test", vendor + "a", Paging.first()))
            .items()
            .get(0);

    assertThat(entry.template()).isEqualTo("gateway-fee");
    assertThat(entry.postings())
        .extracting(PostingView::side, posting -> posting.amount().minor())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(Side.DEBIT, 105L),
            org.assertj.core.groups.Tuple.tuple(Side.CREDIT, 105L));
  }

  @Test
  void whatSeveralCausesMadeIsReadAtOnceInTheirOrder() {
    post(fee("early", 105));
    post(fee("late", 7));
    List<Book.Cause> causes = List.of(cause("late"), cause("nothing"), cause("early"));

    List<EntryView> entries = Marketplace.asSystem(() -> book.entriesOf(causes));

    assertThat(entries)
        .extracting(EntryView::sourceId)
        .containsExactly(vendor + "late", vendor + "early");
    assertThat(entries)
        .containsAll(
            Marketplace.asSystem(() -> book.entries("test", vendor + "early", Paging.first()))
                .items());
  }

  @Test
  void oneCauseMakesOneEntryOfATemplate() {
    post(fee("twice", 100));

    assertThatThrownBy(() -> post(fee("twice", 100)))
        .hasStackTraceContaining("journal_entry_source_type_source_id_template_key");
  }

  @Test
  void aBalanceIsExactBeforeBetweenAndAfterRollUps() {
    earn(1000);
    assertThat(pendingNow()).isEqualTo(1000);
    rollUp();
    earn(234);
    assertThat(pendingNow()).isEqualTo(1234);
    rollUp();
    rollUp();
    assertThat(pendingNow()).isEqualTo(1234);
  }

  @Test
  void nothingIsMissedOrCountedTwiceWhileOthersPost() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> writers = new ArrayList<>();
    for (int writer = 0; writer < 7; writer++) {
      writers.add(
          threads.submit(
              () -> {
                for (int sale = 0; sale < 40; sale++) {
                  earn(1);
                }
              }));
    }
    Future<?> roller =
        threads.submit(
            () -> {
              while (writers.stream().anyMatch(one -> !one.isDone())) {
                rollUp();
              }
            });
    for (Future<?> writer : writers) {
      writer.get();
    }
    roller.get();
    rollUp();
    threads.shutdown();

    assertThat(pendingNow()).isEqualTo(280);
  }

  @Test
  void theDatabaseItselfRefusesChangesAndEntriesThatAreOff() {
    earn(100);

    assertThatThrownBy(() -> change("update posting set amount_minor = 1"))
        .hasStackTraceContaining("append-only");
    assertThatThrownBy(() -> change("delete from journal_entry"))
        .hasStackTraceContaining("append-only");
    assertThatThrownBy(() -> change("truncate allocation_line cascade"))
        .hasStackTraceContaining("append-only");
    assertThatThrownBy(
            () ->
                change(
                    "insert into posting (id, entry_id, account_id, side, amount_minor, currency)"
                        + " select -1, min(entry_id), min(account_id), 'D', 1, 'EUR' from posting"))
        .hasStackTraceContaining("is off by 1 EUR");
    assertThatThrownBy(
            () ->
                change(
                    "insert into journal_entry (id, template, source_type, source_id, at, day)"
                        + " values (-1, 'x', 'x', 'x', now(), now())"))
        .hasStackTraceContaining("has no postings");
  }

  @Test
  void postingsOfAnAccountArePagedNewestFirst() {
    for (int sale = 1; sale <= 5; sale++) {
      earn(sale);
    }

    var first = Marketplace.asSystem(() -> book.postings(pending, "EUR", new Paging(2, null)));
    var second =
        Marketplace.asSystem(() -> book.postings(pending, "EUR", new Paging(2, first.next())));
    var third =
        Marketplace.asSystem(() -> book.postings(pending, "EUR", new Paging(2, second.next())));

    assertThat(List.of(first, second, third))
        .flatExtracting(page -> page.items())
        .extracting(posting -> posting.amount().minor())
        .containsExactly(5L, 4L, 3L, 2L, 1L);
    assertThat(third.next()).isNull();
  }

  private void earn(long minor) {
    Source source = new Source("test", Ids.next().toString(), Instant.now(), null);
    post(
        Entry.draft("capture", source)
            .debit("psp_clearing:none", eur(minor), null)
            .credit(pending, eur(minor), null)
            .finish());
  }

  private Book.Cause cause(String cause) {
    return new Book.Cause("test", vendor + cause);
  }

  private Entry fee(String cause, long minor) {
    return Templates.gatewayFee(
        new Source("test", vendor + cause, Instant.now(), null), "none", eur(minor));
  }

  private void post(Entry... entries) {
    Marketplace.inTransaction(
        () -> {
          ledger.post(entries);
          return null;
        });
  }

  private void rollUp() {
    Marketplace.asSystem(balances::rollUp);
  }

  private long pendingNow() {
    return Marketplace.inTransaction(() -> balances.at(pending)).get(0).balance().minor();
  }

  private void change(String sql) {
    Marketplace.inTransaction(() -> database.update(sql));
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
