package org.halles.marketplace.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.ledger.Entry;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.halles.spi.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Buyers gave 2.00 forty days ago, of which 0.50 went back since, and 1.00 yesterday. */
class FundsTest {

  private static final String IBAN = "FR14 2004 1010 0505 0001 3M02 606";
  private static final String OTHER_IBAN = "DE89 3704 0044 0532 0130 00";

  private final Funds funds = Marketplace.get(Funds.class);
  private final FundAccounts accounts = Marketplace.get(FundAccounts.class);
  private final Payouts payouts = Marketplace.get(Payouts.class);
  private final String party = "it-" + UUID.randomUUID().toString().substring(24);
  private final Caller one = finance();
  private final Caller two = finance();

  @BeforeEach
  void buyersGave() {
    dropWhatIsProposed();
    given(200, 40, true);
    given(50, 5, false);
    given(100, 1, true);
  }

  @AfterEach
  void theBooksHold() {
    dropWhatIsProposed();
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks())
        .filteredOn(check -> check.id().equals("I12") || check.id().equals("I1"))
        .allMatch(check -> check.ok());
  }

  @Test
  void whatIsGivenForSomebodyNobodyNamedWaits() {
    assertThat(fund().id()).isNull();
    assertThat(fund().owed()).isEqualTo(eur(250));
    assertThat(proposed()).isEmpty();
  }

  @Test
  void aFundIsPaidWhatCanNoLongerGoBackWithASecondPerson() {
    UUID id = name();

    assertThat(proposed()).extracting(PayoutView::amount).containsExactly(eur(150));
    dropWhatIsProposed();
    PayoutRunView run = Marketplace.as(one, payouts::propose);
    assertThatThrownBy(() -> Marketplace.as(one, () -> payouts.approve(run.id())))
        .isInstanceOf(SecondPersonNeeded.class);
    Marketplace.as(two, () -> payouts.approve(run.id()));
    Sending.round();

    // 2.00 less the 0.50 that went back; the 1.00 of yesterday waits
    PayoutView paid = ofFund(id).get(0);
    assertThat(paid.amount()).isEqualTo(eur(150));
    assertThat(paid.status()).isEqualTo(PayoutStatus.PAID);
    assertThat(fund().paid()).isEqualTo(eur(150));
    assertThat(fund().owed()).isEqualTo(eur(100));
    assertThat(proposed()).isEmpty();
  }

  @Test
  void anAccountIsPaidToOnceAnotherPersonConfirmedIt() {
    UUID id = propose("Entraide", IBAN);
    ProposedAccount waiting = waiting(id);

    assertThat(waiting.iban()).isEqualTo("FR1420041010050500013M02606");
    assertThat(fund().account()).isNull();
    assertThat(heldBack()).containsExactly("account-unconfirmed");
    assertThatThrownBy(() -> Marketplace.as(one, () -> confirm(waiting)))
        .isInstanceOf(CannotConfirmAccount.class)
        .hasMessageContaining("another person");
    Marketplace.as(two, () -> confirm(waiting));

    dropWhatIsProposed();
    assertThat(fund().account()).isEqualTo("2606");
    assertThat(proposed()).hasSize(1);
    assertThatThrownBy(() -> Marketplace.as(two, () -> confirm(waiting)))
        .isInstanceOf(CannotConfirmAccount.class);
  }

  @Test
  void aFundIsPaidWhereItWasWhileAnotherAccountWaits() {
    UUID id = name();
    propose("Entraide", OTHER_IBAN);
    ProposedAccount former = waiting(id);

    assertThat(former.replaces()).isEqualTo("2606");
    assertThat(proposed()).hasSize(1);
    dropWhatIsProposed();
    propose("Entraide", IBAN);
    assertThatThrownBy(() -> Marketplace.as(two, () -> confirm(former)))
        .isInstanceOf(CannotConfirmAccount.class)
        .hasMessageContaining("replaced since");
    Marketplace.as(
        one,
        () -> {
          accounts.reject(id, waiting(id).id());
          return true;
        });
    assertThat(fund().account()).isEqualTo("2606");
    assertThat(Marketplace.as(one, accounts::waiting))
        .noneMatch(account -> account.fund().equals(id));
  }

  @Test
  void aNewNameLeavesTheAccountAlone() {
    UUID id = name();

    Marketplace.as(one, () -> funds.name(new NewFund(party, "Entraide 31", "", null)));

    assertThat(fund().name()).isEqualTo("Entraide 31");
    assertThat(fund().account()).isEqualTo("2606");
    assertThat(Marketplace.as(one, accounts::waiting))
        .noneMatch(account -> account.fund().equals(id));
  }

  @Test
  void anAccountOfNoFundIsNotFound() {
    UUID nobody = UUID.randomUUID();

    assertThatThrownBy(
            () ->
                Marketplace.as(
                    one,
                    () -> {
                      accounts.reject(nobody, nobody);
                      return true;
                    }))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void itsStatementSaysWhatHappenedDayByDay() {
    UUID id = name();
    LocalDate today = LocalDate.now();

    List<FundLine> lines =
        Marketplace.as(one, () -> funds.statement(id, today.minusDays(50), today.plusDays(1)));

    assertThat(lines).extracting(FundLine::kind).containsExactly("capture", "refund", "capture");
    assertThat(lines).extracting(FundLine::amount).containsExactly(eur(200), eur(-50), eur(100));
  }

  @Test
  void everythingWrongIsNamedAtOnce() {
    assertThatThrownBy(
            () -> Marketplace.as(one, () -> funds.name(new NewFund("No Party", "", "", "FR00 1"))))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refusal ->
                assertThat(refusal.violations())
                    .extracting(Violation::field)
                    .containsExactly("party", "name", "holder", "iban"));
  }

  private UUID name() {
    UUID id = propose("Entraide", IBAN);
    Marketplace.as(two, () -> confirm(waiting(id)));
    return id;
  }

  private UUID propose(String name, String iban) {
    return Marketplace.as(one, () -> funds.name(new NewFund(party, name, name, iban)));
  }

  private boolean confirm(ProposedAccount account) {
    accounts.confirm(account.fund(), account.id());
    return true;
  }

  private ProposedAccount waiting(UUID fund) {
    return Marketplace.as(one, accounts::waiting).stream()
        .filter(account -> account.fund().equals(fund))
        .findFirst()
        .orElseThrow();
  }

  private List<String> heldBack() {
    return Marketplace.as(one, payouts::propose).heldBack().stream()
        .filter(held -> held.slug().equals(party))
        .map(HeldBack::reason)
        .toList();
  }

  private Fund fund() {
    return Marketplace.as(one, funds::all).stream()
        .filter(fund -> fund.party().equals(party))
        .findFirst()
        .orElseThrow();
  }

  private List<PayoutView> ofFund(UUID id) {
    return Marketplace.as(one, () -> funds.payouts(id, Paging.first())).items();
  }

  private List<PayoutView> proposed() {
    return Marketplace.as(one, payouts::propose).payouts().stream()
        .filter(payout -> payout.payee().slug().equals(party))
        .toList();
  }

  private void given(long cents, int daysAgo, boolean came) {
    String theirs = Chart.thirdPartyPayable(party);
    String bank = Chart.bank("it");
    Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS).minus(Duration.ofDays(daysAgo));
    Entry.Draft entry =
        Entry.draft(
            came ? "capture" : "refund",
            new Source("test", UUID.randomUUID().toString(), at, null));
    Marketplace.inTransaction(
        () -> {
          Marketplace.get(Ledger.class)
              .post(
                  entry
                      .debit(came ? bank : theirs, eur(cents), null)
                      .credit(came ? theirs : bank, eur(cents), null)
                      .finish());
          return true;
        });
  }

  private void dropWhatIsProposed() {
    Marketplace.asSystem(() -> payouts.runs(Paging.first())).items().stream()
        .filter(PayoutRunView::isProposed)
        .forEach(run -> Marketplace.as(one, () -> payouts.cancel(run.id())));
  }

  private static Caller finance() {
    return new Caller(UUID.randomUUID(), "f@it.example", Set.of(Role.FINANCE), null);
  }

  private static Money eur(long cents) {
    return Money.of(cents, Market.EUR);
  }
}
