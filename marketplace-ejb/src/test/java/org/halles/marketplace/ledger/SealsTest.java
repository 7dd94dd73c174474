package org.halles.marketplace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** What somebody with every right on the database changes is found, and where. */
class SealsTest {

  private final Seals seals = Marketplace.get(Seals.class);
  private final Chain chain = Marketplace.get(Chain.class);
  private final String bank = "bank:" + UUID.randomUUID();

  @Test
  void everySealCoversTheOneBefore() {
    post(1200, 3);
    SealView first = seal();
    post(1, 1);
    SealView second = seal();

    assertThat(first.entries()).isPositive();
    assertThat(first.postings()).isGreaterThanOrEqualTo(2400);
    assertThat(second.number()).isEqualTo(first.number() + 1);
    assertThat(second.previous()).isEqualTo(first.digest());
    assertThat(second.postings()).isEqualTo(2);
    assertThat(prove()).isEmpty();
    assertThat(Marketplace.asSystem(() -> seals.list(Paging.of(1, null))).items())
        .containsExactly(second);
  }

  @Test
  void whatIsSealedOnceIsNotSealedAgain() {
    post(1, 1);
    seal();

    assertThat(Marketplace.asSystem(seals::seal)).isEmpty();
  }

  @Test
  void entriesAreNumberedWithoutGaps() {
    post(3, 1);
    seal();

    assertThat(
            Market.database()
                .find(
                    "select max(number) = count(*) and min(number) = 1 as gapless from sealed_entry",
                    row -> row.flag("gapless")))
        .hasValue(true);
  }

  @Test
  void aSealedPostingThatWasChangedIsFoundAndPutBackItIsRightAgain() {
    post(2, 777);
    SealView seal = seal();

    tamper(
        "posting", "update posting set amount_minor = 778 where amount_minor = 777 and " + mine());
    assertThat(prove())
        .singleElement()
        .satisfies(
            words ->
                assertThat(words)
                    .contains("seal " + seal.number() + " of " + seal.day())
                    .contains("4 postings sealed, 4 found"));

    tamper(
        "posting", "update posting set amount_minor = 777 where amount_minor = 778 and " + mine());
    assertThat(prove()).isEmpty();
  }

  @Test
  void anEntryThatWasMovedToAnotherDayAndASealThatWasForgedAreFound() {
    post(1, 555);
    SealView seal = seal();
    String entry = "where id = (select entry_id from posting where " + mine() + " limit 1)";

    tamper("journal_entry", "update journal_entry set day = day - 1 " + entry);
    assertThat(prove()).hasSize(1);
    tamper("journal_entry", "update journal_entry set day = day + 1 " + entry);

    String forged = "update book_seal set postings = postings %s 1 where number = " + seal.number();
    tamper("book_seal", forged.formatted("+"));
    assertThat(prove()).singleElement().satisfies(words -> assertThat(words).contains("not fit"));
    tamper("book_seal", forged.formatted("-"));
    assertThat(prove()).isEmpty();
  }

  private String mine() {
    return "account_id = (select id from ledger_account where address = '" + bank + "')";
  }

  private SealView seal() {
    return Marketplace.asSystem(seals::seal).orElseThrow();
  }

  private List<String> prove() {
    return Marketplace.asSystem(() -> chain.prove(0)).violations();
  }

  private static void tamper(String table, String sql) {
    Marketplace.inTransaction(
        () -> {
          Market.database().update("alter table " + table + " disable trigger user");
          int changed = Market.database().update(sql);
          Market.database().update("alter table " + table + " enable trigger user");
          assertThat(changed).isPositive();
          return true;
        });
  }

  private void post(int times, long minor) {
    Money amount = Money.of(minor, "EUR");
    Entry[] entries = new Entry[times];
    for (int i = 0; i < times; i++) {
      entries[i] =
          Entry.draft("test", new Source("test", UUID.randomUUID().toString(), Instant.now(), null))
              .debit(bank, amount, null)
              .credit(Chart.COMMISSION_INCOME, amount, null)
              .finish();
    }
    Marketplace.inTransaction(
        () -> {
          Marketplace.get(Ledger.class).post(entries);
          return true;
        });
  }
}
