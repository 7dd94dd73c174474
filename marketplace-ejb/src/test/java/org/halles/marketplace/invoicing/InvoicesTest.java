package org.halles.marketplace.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.onboarding.Declared;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.halles.spi.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A potter's month, worked by hand: 10 % commission with 20 % VAT on it, and a few fees. */
class InvoicesTest {

  private static final Party MARKET =
      new Party("Halles SAS", "10 place du Marché", "RCS 1", "FR40900000019", "FR");

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final Refunding refunding = Marketplace.get(Refunding.class);
  private final Invoices invoices = Marketplace.get(Invoices.class);
  private final Issuing issuing = Marketplace.get(Issuing.class);
  private final VendorFees fees = Marketplace.get(VendorFees.class);
  private final FeeCharging charging = Marketplace.get(FeeCharging.class);
  private final YearlyReport report = Marketplace.get(YearlyReport.class);

  private final Article bowl = Market.article(1999, 90);
  private final VendorScope potter = VendorScopes.of(bowl.vendor(), "potter");
  private final YearMonth month = YearMonth.from(BusinessCalendar.dayOf(Instant.now()));

  @BeforeEach
  void theMarketSaysWhoItIs() {
    Marketplace.asSystem(() -> invoices.issuer(MARKET));
  }

  @AfterEach
  void theBooksHold() {
    Sweeps.everything();
    BooksReport books = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(books.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void everybodyMayReadWhoKeepsTheMarket() {
    Optional<Party> keeper = Marketplace.get(Imprint.class).keeper();

    assertThat(keeper).contains(MARKET);
  }

  @Test
  void commissionIsInvoicedAndWhatWasGivenBackIsCredited() {
    // 3 x 19.99 = 59.97: 6.00 (5.997) and 1.20 VAT; one bowl of three back: 2.00 and 0.40
    OrderGroupView order = buy(3);
    refund(order, 1);

    issueNextMonth();

    InvoiceView invoice = only("INVOICE");
    assertThat(invoice.number()).matches("HC-\\d{4}-\\d{6}");
    assertThat(invoice.net()).isEqualTo(eur(600));
    assertThat(invoice.vat()).isEqualTo(eur(120));
    assertThat(invoice.total()).isEqualTo(eur(720));
    assertThat(invoice.regime()).isEqualTo("VAT");
    assertThat(invoice.issuer()).isEqualTo(MARKET);
    assertThat(invoice.lines())
        .containsExactly(new InvoiceView.Line("COMMISSION", 1, eur(600), eur(120)));
    InvoiceView credit = only("CREDIT_NOTE");
    assertThat(credit.number()).matches("HA-\\d{4}-\\d{6}");
    assertThat(credit.net()).isEqualTo(eur(200));
    assertThat(credit.vat()).isEqualTo(eur(40));
  }

  @Test
  void whatIsInvoicedLessWhatIsCreditedIsWhatTheLedgerSays() {
    buy(2);
    refund(buy(1), 1);
    issueNextMonth();

    assertThat(only("INVOICE").net().minus(only("CREDIT_NOTE").net()))
        .isEqualTo(earned(Chart.COMMISSION_INCOME));
    assertThat(only("INVOICE").vat().minus(only("CREDIT_NOTE").vat()))
        .isEqualTo(earned(Chart.COMMISSION_VAT_PAYABLE));
    Money details =
        Money.sum(
            Market.EUR,
            details(only("INVOICE").number()).stream().map(InvoiceDetail::net).toList());
    assertThat(details).isEqualTo(earned(Chart.COMMISSION_INCOME));
  }

  @Test
  void issuingAgainAddsOnlyWhatCameSince() {
    buy(1);
    issueNextMonth();
    issueNextMonth();
    assertThat(all()).hasSize(1);

    buy(1);
    issueNextMonth();

    assertThat(all()).hasSize(2);
    assertThat(all()).extracting(InvoiceView::net).containsOnly(eur(200));
  }

  @Test
  void manyWhoIssueAtOnceNumberEverythingOnceAndWithoutGaps() throws Exception {
    List<Article> stalls = new ArrayList<>();
    for (int stall = 0; stall < 5; stall++) {
      Article article = Market.article(1000, 5);
      stalls.add(article);
      checkout.pay(Market.basket(article).pay("approved"));
    }
    ExecutorService clerks = Executors.newFixedThreadPool(4);
    try {
      CyclicBarrier start = new CyclicBarrier(4);
      List<Future<Void>> issued = new ArrayList<>();
      for (int clerk = 0; clerk < 4; clerk++) {
        issued.add(
            clerks.submit(
                () -> {
                  start.await();
                  issueNextMonth();
                  return null;
                }));
      }
      for (Future<Void> one : issued) {
        one.get();
      }
    } finally {
      clerks.shutdownNow();
    }

    for (Article stall : stalls) {
      assertThat(invoicesOf(VendorScopes.of(stall.vendor(), "stall"))).hasSize(1);
    }
    assertThat(
            Market.count(
                "select count(*) as n from invoice_series s where s.last <> (select count(*) from"
                    + " vendor_invoice i where i.series = s.series and i.year = s.year)"))
        .isZero();
  }

  @Test
  void anIssuedInvoiceIsNeverChanged() {
    buy(1);
    issueNextMonth();
    UUID id = only("INVOICE").id();

    assertThatThrownBy(
            () ->
                Marketplace.inTransaction(
                    () ->
                        Market.database()
                            .update("update vendor_invoice set net_minor = 1 where id = ?", id)))
        .hasStackTraceContaining("never changed");
  }

  @Test
  void aMonthThatIsNotOverIsNotInvoiced() {
    assertThatThrownBy(() -> Marketplace.asSystem(() -> invoices.issue(month)))
        .isInstanceOf(CannotInvoice.class)
        .hasMessageContaining(month.toString());
  }

  @Test
  void aPenaltyIsTakenFromWhatIsAvailableAndTheRestIsADebt() {
    // nothing is available yet: 10.00 and 2.00 VAT are owed
    FeeView penalty = fee("penalty", 1000, 0);
    ChargeView charge =
        Marketplace.asSystem(() -> fees.penalise(penalty.id(), bowl.vendor(), "Sent late"));

    assertThat(charge.net()).isEqualTo(eur(1000));
    assertThat(charge.vat()).isEqualTo(eur(200));
    assertThat(balance(Chart.vendorReceivable(bowl.vendor()))).isEqualTo(1200);
    issueNextMonth();
    assertThat(only("INVOICE").lines())
        .containsExactly(new InvoiceView.Line("PENALTY", 0, eur(1000), eur(200)));
    assertThat(only("INVOICE").net()).isEqualTo(earned(Chart.VENDOR_FEE_INCOME));
  }

  @Test
  void aPenaltyNeedsAReason() {
    FeeView penalty = fee("penalty", 1000, 0);

    assertThatThrownBy(
            () -> Marketplace.asSystem(() -> fees.penalise(penalty.id(), bowl.vendor(), " ")))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void aMonthsFeesAreChargedOnceByWhatWasListedAndSold() {
    Market.another(bowl, 500, 5);
    buy(1);
    buy(1);
    fee("subscription", 1900, 0);
    fee("listing", 50, 1); // two on sale, one free
    fee("order", 30, 0); // two paid

    chargeMonth();
    chargeMonth();

    assertThat(charges())
        .containsExactlyInAnyOrder("SUBSCRIPTION 1 1900 380", "LISTING 1 50 10", "ORDER 2 60 12");
  }

  @Test
  void anOrderIsChargedInTheMonthItWasPaid() {
    OrderGroupView late = buy(1);
    OrderGroupView early = buy(1);
    fee("order", 30, 0);
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "update vendor_order set placed_at = placed_at - interval '40 days'"
                        + " where order_group_id = ?",
                    late.id()));
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "update order_group set paid_at = paid_at - interval '40 days' where id = ?",
                    early.id()));

    chargeMonth();

    assertThat(charges()).containsExactly("ORDER 1 30 6");
  }

  @Test
  void aPenaltyThatIsAskedForTwiceIsChargedOnce() {
    FeeView penalty = fee("penalty", 1000, 0);
    UUID once = Ids.next();

    ChargeView first =
        Marketplace.asSystem(() -> fees.penalise(once, penalty.id(), bowl.vendor(), "Sent late"));
    ChargeView again =
        Marketplace.asSystem(() -> fees.penalise(once, penalty.id(), bowl.vendor(), "Sent late"));

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(charges()).containsExactly("PENALTY 1 1000 200");
    assertThat(balance(Chart.vendorReceivable(bowl.vendor()))).isEqualTo(1200);
  }

  @Test
  void theYearsReportHasWhatTheVendorGotAndWhatWasKept() {
    // 59.97 - 7.20 + 4.00 shipping = 56.77 got; 7.20 kept
    buy(3);

    YearlyRow row = row();

    assertThat(row.consideration()).isEqualTo(eur(5677));
    assertThat(row.fees()).isEqualTo(eur(720));
    assertThat(row.activities()).isEqualTo(1);
    assertThat(row.exempt()).isTrue();
    assertThat(row.taxes()).isEqualTo(eur(0));
    assertThat(row.missing()).contains("address", "account");
    int quarter = (month.getMonthValue() - 1) / 3;
    assertThat(row.quarters().get(quarter).consideration()).isEqualTo(eur(5677));
  }

  @Test
  void theYearlyReportNamesWhoeverDeclaredWhoTheyAre() {
    Market.vendorIs(bowl.vendor(), "PRIVATE");
    buy(1);
    assertThat(row().missing()).containsExactly("address", "taxNumber", "birthDate", "account");

    Declared.account(bowl.vendor(), "Ana Potier", "FR76 3000 6000 0112 3456 7890 189");
    Declared.identity(
        bowl.vendor(),
        Map.of(
            "legalName", "Ana Potier",
            "line1", "1 rue du Four",
            "postalCode", "75006",
            "city", "Paris",
            "country", "FR",
            "taxNumber", "0123456789012",
            "birthDate", "1980-02-29"));

    YearlyRow row = row();
    assertThat(row.missing()).isEmpty();
    assertThat(row.party().name()).isEqualTo("Ana Potier");
    assertThat(row.party().address()).isEqualTo("1 rue du Four, 75006 Paris, FR");
    assertThat(row.taxNumber()).isEqualTo("0123456789012");
    assertThat(row.birthDate()).isEqualTo(LocalDate.of(1980, 2, 29));
    assertThat(row.account()).isEqualTo("FR7630006000011234567890189");
  }

  @Test
  void aTaxNumberAndABirthDateThatCannotBeAreSaid() {
    Market.vendorIs(bowl.vendor(), "PRIVATE");

    assertThat(
            Declared.wrongOfPrivate(
                bowl.vendor(), Map.of("taxNumber", "?", "birthDate", "2990-01-01")))
        .contains("taxNumber", "birthDate");
    assertThat(
            Declared.wrongOfPrivate(
                bowl.vendor(), Map.of("taxNumber", "12 34 567", "birthDate", "1990-01-01")))
        .doesNotContain("taxNumber", "birthDate");
  }

  private YearlyRow row() {
    return Marketplace.asSystem(() -> report.of(month.getYear(), new Paging(100, null)))
        .items()
        .stream()
        .filter(one -> one.id().equals(bowl.vendor()))
        .findFirst()
        .orElseGet(this::searched);
  }

  @Test
  void occasionalSalesAreFewAndSmall() {
    assertThat(YearlyReport.isOccasional(29, eur(200_000))).isTrue();
    assertThat(YearlyReport.isOccasional(30, eur(200_000))).isFalse();
    assertThat(YearlyReport.isOccasional(29, eur(200_001))).isFalse();
  }

  @Test
  void thereIsAReasonForNoVat() {
    assertThat(regime("IE", true, 0)).isEqualTo("REVERSE_CHARGE");
    assertThat(regime("CH", true, 0)).isEqualTo("OUTSIDE_EU");
    assertThat(regime("IE", false, 0)).isEqualTo("NONE");
    assertThat(regime("FR", true, 0)).isEqualTo("NONE");
    assertThat(regime("FR", true, 20)).isEqualTo("VAT");
  }

  private static String regime(String country, boolean professional, long vat) {
    Party vendor = new Party("Stall", null, null, null, country);
    return Issuing.regime(MARKET, new InvoiceRows.Recipient(vendor, professional), eur(vat));
  }

  private YearlyRow searched() {
    List<YearlyRow> rows = new ArrayList<>();
    Marketplace.asSystem(
        () -> {
          report.all(month.getYear(), rows::add);
          return null;
        });
    return rows.stream().filter(one -> one.id().equals(bowl.vendor())).findFirst().orElseThrow();
  }

  private OrderGroupView buy(int units) {
    return checkout.pay(Market.basket(bowl.times(units)).pay("approved"));
  }

  /** One bowl back. */
  private void refund(OrderGroupView order, int units) {
    UUID line = order.vendorOrders().get(0).lines().get(0).id();
    Marketplace.asSystem(
        () ->
            refunding.byOperator(
                order.number(),
                order.vendorOrders().get(0).number(),
                new RefundRequest(
                    List.of(new RefundRequest.Part(line, units)), false, null, "Broken")));
  }

  private void issueNextMonth() {
    Instant then = month.plusMonths(1).atDay(2).atStartOfDay(BusinessCalendar.zone()).toInstant();
    Marketplace.inTransaction(() -> issuing.issue(month, then));
  }

  private void chargeMonth() {
    Marketplace.asSystem(() -> charging.due(month)).stream()
        .filter(due -> due.vendor().equals(bowl.vendor()))
        .forEach(
            due ->
                Marketplace.inTransaction(
                    () -> {
                      charging.charge(due, month);
                      return null;
                    }));
  }

  private FeeView fee(String kind, long cents, int free) {
    return Marketplace.asSystem(
        () ->
            fees.create(
                new FeeInput(kind, Texts.of("Frais", "Fee"), eur(cents), bowl.vendor(), free)));
  }

  private List<String> charges() {
    return Marketplace.asSystem(() -> fees.of(potter, new Paging(50, null))).items().stream()
        .map(
            one ->
                one.kind() + " " + one.units() + " " + one.net().minor() + " " + one.vat().minor())
        .toList();
  }

  private List<InvoiceView> all() {
    return invoicesOf(potter);
  }

  private List<InvoiceView> invoicesOf(VendorScope vendor) {
    return Marketplace.asSystem(() -> invoices.of(vendor, new Paging(50, null))).items();
  }

  private List<InvoiceDetail> details(String number) {
    return Marketplace.asSystem(() -> invoices.details(potter, number));
  }

  private InvoiceView only(String kind) {
    List<InvoiceView> found = all().stream().filter(one -> one.kind().equals(kind)).toList();
    assertThat(found).hasSize(1);
    return Marketplace.asSystem(() -> invoices.get(potter, found.get(0).number()));
  }

  /** Of this vendor. */
  private Money earned(String account) {
    long minor =
        Market.count(
            "select coalesce(sum(case p.side when 'C' then p.amount_minor else -p.amount_minor"
                + " end), 0) as n from posting p join ledger_account a on a.id = p.account_id"
                + " join journal_entry e on e.id = p.entry_id"
                + " left join vendor_order o on o.id = p.vendor_order_id"
                + " left join vendor_fee_charge c on c.id::text = e.source_id"
                + " where a.address = ? and coalesce(o.vendor_id, c.vendor_id) = ?",
            account,
            bowl.vendor());
    return eur(minor);
  }

  private static long balance(String address) {
    return Market.count(
        "select coalesce(sum(case p.side when a.normal_side then p.amount_minor else"
            + " -p.amount_minor end), 0) as n from posting p"
            + " join ledger_account a on a.id = p.account_id where a.address = ?",
        address);
  }

  private static Money eur(long cents) {
    return Money.of(cents, "EUR");
  }
}
