package org.halles.marketplace.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.testing.Marketplace;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** 10.00 on 2 March at noon, 5.00 on 3 March at eight, 3.00 back on 3 March at ten. */
class HistoryTest {

  private final History history = Marketplace.get(History.class);
  private final String party = "third_party_payable:" + UUID.randomUUID();
  private final String bank = "bank:" + party.substring(20);

  HistoryTest() {
    post("2021-03-02T11:00:00Z", 1000);
    post("2021-03-03T07:00:00Z", 500);
    post("2021-03-03T09:00:00Z", -300);
  }

  @Test
  void aBalanceIsKnownAtAnyInstant() {
    assertThat(at("2021-03-01T23:00:00Z")).isEmpty();
    assertThat(at("2021-03-02T11:00:00Z")).containsExactly(Money.of(1000, "EUR"));
    assertThat(at("2021-03-03T08:59:59Z")).containsExactly(Money.of(1500, "EUR"));
    assertThat(at("2021-03-03T09:00:00Z")).containsExactly(Money.of(1200, "EUR"));
  }

  @Test
  void itStaysTheSameOnceTheDaysAreSummed() {
    Marketplace.asSystem(Marketplace.get(Balances.class)::rollUp);
    Marketplace.asSystem(Marketplace.get(Balances.class)::rollUp);
    post("2021-03-02T12:00:00Z", 70);

    assertThat(at("2021-03-02T11:00:00Z")).containsExactly(Money.of(1000, "EUR"));
    assertThat(at("2021-03-03T08:59:59Z")).containsExactly(Money.of(1570, "EUR"));
    assertThat(at("2021-03-04T08:59:59Z")).containsExactly(Money.of(1270, "EUR"));
  }

  @Test
  void theTrialBalanceOfADayOpensTurnsOverAndCloses() {
    TrialBalance.Line line = lineOf(bank, "2021-03-03", "2021-03-03");

    assertThat(line.opening()).isEqualTo(Money.of(1000, "EUR"));
    assertThat(line.debits()).isEqualTo(Money.of(500, "EUR"));
    assertThat(line.credits()).isEqualTo(Money.of(300, "EUR"));
    assertThat(line.closing()).isEqualTo(Money.of(1200, "EUR"));
    assertThat(lineOf(party, "2021-03-03", "2021-03-03").closing())
        .isEqualTo(Money.of(-1200, "EUR"));
  }

  @Test
  void everyCurrencyOfATrialBalanceAddsUpToZero() {
    TrialBalance balance = Marketplace.asSystem(() -> history.trialBalance(null, null));

    assertThat(balance.lines()).extracting(TrialBalance.Line::name).contains("bank");
    assertThat(balance.totals())
        .isNotEmpty()
        .allSatisfy(
            total -> {
              assertThat(total.opening().isZero()).isTrue();
              assertThat(total.closing().isZero()).isTrue();
              assertThat(total.debits()).isEqualTo(total.credits());
            });
  }

  @Test
  void aSpanThatEndsBeforeItBeginsIsRefused() {
    assertThatThrownBy(() -> lineOf(bank, "2021-03-03", "2021-03-02"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("2021-03-03");
  }

  private List<Money> at(String instant) {
    return Marketplace.asSystem(
            () -> history.accountsAt(party, Instant.parse(instant), Paging.first()))
        .items()
        .stream()
        .map(AccountView::balance)
        .toList();
  }

  private TrialBalance.Line lineOf(String address, String from, String to) {
    List<TrialBalance.Line> lines = new ArrayList<>();
    Marketplace.asSystem(
        () -> {
          history.accounts(LocalDate.parse(from), LocalDate.parse(to), lines::add);
          return true;
        });
    return lines.stream().filter(line -> line.name().equals(address)).findFirst().orElseThrow();
  }

  private void post(String at, long minor) {
    Money amount = Money.of(Math.abs(minor), "EUR");
    Source source = new Source("test", UUID.randomUUID().toString(), Instant.parse(at), null);
    Entry.Draft draft = Entry.draft("test", source);
    Entry entry =
        minor > 0
            ? draft.debit(bank, amount, null).credit(party, amount, null).finish()
            : draft.debit(party, amount, null).credit(bank, amount, null).finish();
    Marketplace.inTransaction(
        () -> {
          Marketplace.get(Ledger.class).post(entry);
          return true;
        });
  }
}
