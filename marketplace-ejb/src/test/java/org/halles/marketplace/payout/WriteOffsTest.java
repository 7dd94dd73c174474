package org.halles.marketplace.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.checkout.Together;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.invoicing.FeeInput;
import org.halles.marketplace.invoicing.FeeView;
import org.halles.marketplace.invoicing.VendorFees;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.spi.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A vendor that owes 12.00: a penalty of 10.00 and 2.00 of VAT. */
class WriteOffsTest {

  private final WriteOffs writeOffs = Marketplace.get(WriteOffs.class);
  private final VendorFees fees = Marketplace.get(VendorFees.class);
  private final Article bowl = Market.article(2000, 5);
  private final UUID vendor = bowl.vendor();
  private final Caller one = finance("one");
  private final Caller two = finance("two");

  @AfterEach
  void theBooksHold() {
    Sweeps.everything();
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void aDebtBecomesALossWhenAnotherPersonAgrees() {
    owe();
    long losses = balance(Chart.BAD_DEBT);
    assertThat(debt()).isEqualTo(new Debt(vendor, "VENDOR", debt().name(), eur(1200)));

    WriteOff proposed = propose(1200);
    assertThat(owed()).isEqualTo(1200);
    assertThatThrownBy(() -> Marketplace.as(one, () -> writeOffs.agree(proposed.id())))
        .isInstanceOf(CannotWriteOff.class)
        .hasMessageContaining("another person");
    WriteOff posted = Marketplace.as(two, () -> writeOffs.agree(proposed.id()));

    assertThat(posted.status()).isEqualTo("POSTED");
    assertThat(owed()).isZero();
    assertThat(balance(Chart.BAD_DEBT) - losses).isEqualTo(1200);
    assertThatThrownBy(() -> Marketplace.as(two, () -> writeOffs.agree(proposed.id())))
        .isInstanceOf(CannotWriteOff.class)
        .hasMessageContaining("POSTED");
    assertThatThrownBy(() -> propose(1)).isInstanceOf(NotFound.class);
  }

  @Test
  void aPartOfADebtIsWrittenOffAndNoMoreThanIsOwed() {
    owe();

    assertThatThrownBy(() -> propose(1201))
        .isInstanceOf(CannotWriteOff.class)
        .hasMessageContaining("12.01 EUR")
        .hasMessageContaining("12.00 EUR");
    WriteOff part = propose(500);
    assertThatThrownBy(() -> propose(100))
        .isInstanceOf(CannotWriteOff.class)
        .hasMessageContaining("waits already");
    Marketplace.as(two, () -> writeOffs.agree(part.id()));

    assertThat(owed()).isEqualTo(700);
  }

  @Test
  void whatIsRejectedPostsNothingAndCanBeProposedAgain() {
    owe();
    WriteOff refused = propose(1200);

    assertThat(Marketplace.as(two, () -> writeOffs.reject(refused.id())).status())
        .isEqualTo("REJECTED");

    assertThat(owed()).isEqualTo(1200);
    assertThat(propose(1200).status()).isEqualTo("PROPOSED");
    assertThat(
            Marketplace.asSystem(() -> writeOffs.list(new Paging(100, null))).items().stream()
                .filter(each -> each.party().equals(vendor)))
        .hasSize(2);
  }

  @Test
  void debtsAreReadInEveryOrder() {
    owe();
    owe();
    assertThat(debtsBy(DebtSort.LARGEST))
        .contains(debt())
        .isSortedAccordingTo(Comparator.<Debt>comparingLong(one -> one.owed().minor()).reversed());
    assertThat(debtsBy(DebtSort.SMALLEST))
        .isSortedAccordingTo(Comparator.comparingLong(one -> one.owed().minor()));
    List<Debt> names = new ArrayList<>(debtsBy(DebtSort.NAME));
    Collections.reverse(names);
    assertThat(debtsBy(DebtSort.NAME_DESC))
        .extracting(Debt::name)
        .isEqualTo(names.stream().map(Debt::name).toList());
  }

  private List<Debt> debtsBy(DebtSort sort) {
    return Marketplace.asSystem(() -> writeOffs.debts(sort));
  }

  @Test
  void aReasonAndAnAmountAreNeeded() {
    owe();

    assertThatThrownBy(() -> Marketplace.as(one, () -> writeOffs.propose(vendor, eur(0), " ")))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            wrong ->
                assertThat(wrong.violations())
                    .extracting("field")
                    .containsExactlyInAnyOrder("amount", "reason"));
  }

  @Test
  void twoWhoAgreeAtOnceWriteOffOnce() throws Exception {
    owe();
    WriteOff proposed = propose(700);
    Callable<Object> agreeing = () -> Marketplace.as(two, () -> writeOffs.agree(proposed.id()));

    List<Object> results = Together.run(List.of(agreeing, agreeing, agreeing, agreeing));

    assertThat(results).filteredOn(WriteOff.class::isInstance).hasSize(1);
    assertThat(owed()).isEqualTo(500);
  }

  private void owe() {
    FeeView penalty =
        Marketplace.asSystem(
            () ->
                fees.create(
                    new FeeInput("penalty", Texts.of("Frais", "Fee"), eur(1000), vendor, 0)));
    Marketplace.asSystem(() -> fees.penalise(penalty.id(), vendor, "Sent late"));
  }

  private WriteOff propose(long minor) {
    return Marketplace.as(
        one, () -> writeOffs.propose(vendor, eur(minor), "The shop is closed for good"));
  }

  private Debt debt() {
    return Marketplace.asSystem(() -> writeOffs.debts(null)).stream()
        .filter(each -> each.party().equals(vendor))
        .findFirst()
        .orElseThrow();
  }

  private long owed() {
    return balance(Chart.vendorReceivable(vendor));
  }

  private static long balance(String address) {
    return Market.count(
        "select coalesce(sum(case p.side when 'D' then p.amount_minor else -p.amount_minor end), 0)"
            + " as n from posting p join ledger_account a on a.id = p.account_id"
            + " where a.address = ?",
        address);
  }

  private static Caller finance(String name) {
    return new Caller(UUID.randomUUID(), name + "@it.example", Set.of(Role.FINANCE), null);
  }

  private static Money eur(long cents) {
    return Money.of(cents, "EUR");
  }
}
