package org.halles.marketplace.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.halles.marketplace.checkout.TransferView.ReturnView;
import org.halles.marketplace.checkout.TransferView.State;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.CannotPayAgain;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.Reopening;
import org.halles.marketplace.payment.BankReceipt;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.payment.TransferSettings;
import org.halles.marketplace.payment.TransferTerms;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.PlatformClock;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Market.Basket;
import org.halles.marketplace.testing.Marketplace;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A lamp of 10.00 and 4.00 of shipping: 14.00 to be sent. Of it the platform takes 1.00 and 0.20 of
 * VAT, the vendor 12.80.
 */
class BankTransferTest {

  private static final Caller FINANCE =
      new Caller(null, "finance@halles.example", Set.of(Role.FINANCE), null);
  private static final String IBAN = "FR1420041010050500013M02606";

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final TransferDesk desk = Marketplace.get(TransferDesk.class);
  private final PlatformClock clock = Marketplace.get(PlatformClock.class);

  @BeforeAll
  static void theMarketplaceHasABankAccount() {
    Marketplace.as(
        FINANCE,
        () ->
            Marketplace.get(TransferSettings.class)
                .change(new TransferTerms(true, "Halles SAS", IBAN, null, Market.EUR, 7)));
  }

  @Test
  void aBuyerIsToldWhatToSendAndIsPaidUpOnceItCame() {
    Article lamp = Market.article(1000, 1);
    OrderGroupView order = order(lamp);
    assertThat(order.status()).isEqualTo(OrderGroupStatus.AWAITING_PAYMENT);
    assertThat(order.nextAction().transfer().iban()).isEqualTo(IBAN);
    assertThat(order.nextAction().transfer().reference()).isEqualTo(order.number());
    assertThat(order.nextAction().transfer().missing()).isEqualTo(euros(1400));
    assertThat(again(order).nextAction()).isEqualTo(order.nextAction());

    TransferView transfer = record(order, 1400, false);

    assertThat(transfer.state()).isEqualTo(State.PAID);
    assertThat(again(order).status()).isEqualTo(OrderGroupStatus.PAID);
    assertThat(booked(order, "psp_clearing:bank-transfer")).isEqualTo(1400);
    assertThat(booked(order, "buyer_deposit")).isZero();
    assertThat(booked(order, "commission_income")).isEqualTo(-100);
    assertThat(booked(order, "commission_vat_payable")).isEqualTo(-20);
    assertThat(booked(order, "vendor_pending:" + lamp.vendor())).isEqualTo(-1280);
  }

  @Test
  void tooLittleIsAskedAboutThenKeptUntilTheRestComes() {
    OrderGroupView order = order(Market.article(1000, 1));

    assertThatThrownBy(() -> record(order, 500, false))
        .isInstanceOf(CannotRecord.class)
        .hasMessageContaining("5.00 EUR")
        .hasMessageContaining("14.00 EUR");
    assertThat(record(order, 500, true).state()).isEqualTo(State.PARTLY);
    assertThat(booked(order, "buyer_deposit")).isEqualTo(-500);
    assertThat(again(order).nextAction().transfer().missing()).isEqualTo(euros(900));

    TransferView transfer = record(order, 900, false);

    assertThat(transfer.state()).isEqualTo(State.PAID);
    assertThat(transfer.receipts()).hasSize(2);
    assertThat(booked(order, "buyer_deposit")).isZero();
    assertThat(booked(order, "psp_clearing:bank-transfer")).isEqualTo(1400);
  }

  @Test
  void tooMuchPaysAndTheDifferenceIsSentBack() {
    OrderGroupView order = order(Market.article(1000, 1));

    assertThatThrownBy(() -> record(order, 2000, false)).isInstanceOf(CannotRecord.class);
    TransferView transfer = record(order, 2000, true);

    assertThat(transfer.state()).isEqualTo(State.PAID);
    assertThat(transfer.returns()).extracting(ReturnView::amount).containsExactly(euros(600));
    assertThat(booked(order, "buyer_deposit")).isEqualTo(-600);
    assertThat(booked(order, "psp_clearing:bank-transfer")).isEqualTo(2000);
    sendBack(transfer.returns().get(0).id());
    assertThat(booked(order, "buyer_deposit")).isZero();
    assertThat(booked(order, "psp_clearing:bank-transfer")).isEqualTo(1400);
    assertThatThrownBy(() -> sendBack(transfer.returns().get(0).id()))
        .hasMessageContaining("recorded before");
  }

  @Test
  void anotherCurrencyIsRefusedAndBothAmountsAreNamed() {
    OrderGroupView order = order(Market.article(1000, 1));

    assertThatThrownBy(
            () -> recordLine(order, new Money(1400, CurrencyCode.of("CHF")), today(), "line", true))
        .hasMessageContaining("14.00 CHF")
        .hasMessageContaining("14.00 EUR");
    assertThat(booked(order, "buyer_deposit")).isZero();
  }

  @Test
  void aLineOfTheStatementIsRecordedOnce() {
    OrderGroupView one = order(Market.article(1000, 1));
    OrderGroupView other = order(Market.article(1000, 1));
    String line = "line-" + UUID.randomUUID();
    recordLine(one, euros(1400), today(), line, false);

    assertThatThrownBy(() -> recordLine(other, euros(1400), today(), line, false))
        .hasMessageContaining("recorded before")
        .hasMessageContaining(one.number());
    assertThat(again(other).status()).isEqualTo(OrderGroupStatus.AWAITING_PAYMENT);
  }

  @Test
  void whatCannotBeOnTheStatementIsNamedAtOnce() {
    OrderGroupView order = order(Market.article(1000, 1));

    assertThatThrownBy(() -> recordLine(order, euros(0), today().plusDays(1), " ", false))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            invalid ->
                assertThat(invalid.violations())
                    .extracting("field")
                    .containsExactly("amount", "receivedOn", "bankReference"));
  }

  @Test
  void goodsAreKeptForSevenDaysThenGivenBack() throws Exception {
    Article lamp = Market.article(1000, 1);
    OrderGroupView order = order(lamp);

    after(Duration.ofDays(6), this::expire);
    assertThat(again(order).status()).isEqualTo(OrderGroupStatus.AWAITING_PAYMENT);
    after(Duration.ofDays(8), this::expire);

    assertThat(again(order).status()).isEqualTo(OrderGroupStatus.EXPIRED);
    assertThat(Market.stockOf(lamp)).isEqualTo(1);
    assertThat(view(order).state()).isEqualTo(State.LAPSED);
  }

  @Test
  void moneyThatCameTooLatePaysIfTheGoodsAreThere() throws Exception {
    Article lamp = Market.article(1000, 1);
    OrderGroupView order = order(lamp);
    after(Duration.ofDays(8), this::expire);

    record(order, 1400, false);

    assertThat(again(order).status()).isEqualTo(OrderGroupStatus.PAID);
    assertThat(Market.stockOf(lamp)).isZero();
  }

  @Test
  void moneyForGoodsThatAreGoneIsSentBackByHand() throws Exception {
    Article lamp = Market.article(1000, 1);
    OrderGroupView order = order(lamp);
    after(Duration.ofDays(8), this::expire);
    checkout.pay(Market.basket(lamp).pay("approved"));

    record(order, 1400, false);
    Sweeps.everything();

    assertThat(again(order).status()).isEqualTo(OrderGroupStatus.EXPIRED);
    ReturnView back = view(order).returns().get(0);
    assertThat(back.refund()).isTrue();
    assertThat(back.amount()).isEqualTo(euros(1400));
    sendBack(back.id());
    assertThat(booked(order, "psp_clearing:bank-transfer")).isZero();
    assertThat(booked(order, "refund_in_flight:bank-transfer")).isZero();
    assertThat(again(order).payments())
        .filteredOn(payment -> payment.kind().equals("REFUND"))
        .extracting("status")
        .containsExactly("SUCCEEDED");
  }

  @Test
  void aPartThatWillNotBeCompletedGoesBackAndTheOrderEnds() {
    Article lamp = Market.article(1000, 1);
    OrderGroupView order = order(lamp);
    record(order, 300, true);

    TransferView transfer = Marketplace.as(FINANCE, () -> desk.giveUp(order.number()));

    assertThat(transfer.state()).isEqualTo(State.LAPSED);
    assertThat(transfer.returns()).extracting(ReturnView::amount).containsExactly(euros(300));
    assertThat(again(order).status()).isEqualTo(OrderGroupStatus.PAYMENT_FAILED);
    assertThat(Market.stockOf(lamp)).isEqualTo(1);
    sendBack(transfer.returns().get(0).id());
    assertThat(booked(order, "buyer_deposit")).isZero();
    assertThat(booked(order, "psp_clearing:bank-transfer")).isZero();
  }

  @Test
  void moneyThatComesWhileItsBuyerPaysOtherwiseIsSentBack() {
    OrderGroupView order = order(Market.article(1000, 1));
    PaymentTransaction attempt =
        Marketplace.get(Reopening.class).look(order.id()).open().orElseThrow();
    Marketplace.get(Payments.class).cancel(attempt);

    TransferView transfer = record(order, 1400, true);

    assertThat(transfer.returns()).extracting(ReturnView::amount).containsExactly(euros(1400));
    assertThat(booked(order, "buyer_deposit")).isEqualTo(-1400);
    sendBack(transfer.returns().get(0).id());
    assertThat(booked(order, "buyer_deposit")).isZero();
    assertThat(booked(order, "psp_clearing:bank-transfer")).isZero();
  }

  @Test
  void aTransferStaysAwaitedWhereItsOrderCannotBePaidOtherwise() throws Exception {
    Basket basket = Market.basket(Market.article(1000, 1));
    OrderGroupView order = order(basket);
    after(Duration.ofDays(8), this::expire);
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update("update cart_line set quantity = 2 where cart_id = ?", basket.cart()));

    assertThatThrownBy(
            () ->
                Marketplace.get(PayAgain.class)
                    .pay(
                        new PayAgainRequest(
                            order.number(),
                            order.accessKey(),
                            "fake",
                            "approved",
                            Map.of(),
                            "/orders/x")))
        .isInstanceOf(CannotPayAgain.class);
    record(order, 1400, false);

    assertThat(again(order).status()).isEqualTo(OrderGroupStatus.PAID);
  }

  @Test
  void eightPeopleRecordingOneLinePayOnce() throws Exception {
    OrderGroupView order = order(Market.article(1000, 1));
    String line = "line-" + UUID.randomUUID();

    List<Object> results =
        Together.run(
            IntStream.range(0, 8)
                .mapToObj(
                    i ->
                        (Callable<Object>)
                            () -> recordLine(order, euros(1400), today(), line, true))
                .toList());

    assertThat(results).filteredOn(TransferView.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(CannotRecord.class::isInstance).hasSize(7);
    assertThat(booked(order, "psp_clearing:bank-transfer")).isEqualTo(1400);
  }

  @Test
  void oneLineOfTheStatementSendsBackOneReturn() throws Exception {
    List<UUID> returns =
        IntStream.range(0, 4)
            .mapToObj(i -> order(Market.article(1000, 1)))
            .map(this::givenUp)
            .toList();
    String line = "out-" + UUID.randomUUID();

    List<Object> results =
        Together.run(
            returns.stream()
                .map(
                    id ->
                        (Callable<Object>)
                            () -> Marketplace.as(FINANCE, () -> desk.sent(id, today(), line)))
                .toList());

    assertThat(results).filteredOn(ReturnView.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(CannotRecord.class::isInstance).hasSize(3);
  }

  @Test
  void whatWaitsLongestToBeSentBackIsShownFirst() {
    UUID first = givenUp(order(Market.article(1000, 1)));
    UUID second = givenUp(order(Market.article(1000, 1)));

    List<UUID> waiting = new ArrayList<>();
    String cursor = null;
    do {
      Paging paging = Paging.of(2, cursor);
      Page<ReturnView> page = Marketplace.as(FINANCE, () -> desk.returns(false, paging));
      page.items().forEach(one -> waiting.add(one.id()));
      cursor = page.next();
    } while (cursor != null);

    assertThat(waiting).doesNotHaveDuplicates().containsSubsequence(first, second);
  }

  @Test
  void aBuyerWhoSentItThreeTimesAtOncePaysOnceAndGetsTheRestBack() throws Exception {
    OrderGroupView order = order(Market.article(1000, 1));

    List<Object> results =
        Together.run(
            IntStream.range(0, 3)
                .mapToObj(i -> (Callable<Object>) () -> record(order, 1400, true))
                .toList());

    assertThat(results).hasOnlyElementsOfType(TransferView.class);
    assertThat(view(order).returns())
        .extracting(ReturnView::amount)
        .containsExactly(euros(1400), euros(1400));
    assertThat(booked(order, "psp_clearing:bank-transfer")).isEqualTo(4200);
    assertThat(booked(order, "buyer_deposit")).isEqualTo(-2800);
    assertThat(
            Market.count(
                "select count(*) as n from journal_entry e join posting p on p.entry_id = e.id"
                    + " where p.order_group_id = ? and e.template = 'capture' and p.side = 'D'",
                order.id()))
        .isEqualTo(1);
  }

  private OrderGroupView order(Article... articles) {
    return order(Market.basket(articles));
  }

  private OrderGroupView order(Basket basket) {
    return checkout.pay(
        new CheckoutRequest(
            basket.cart(),
            null,
            "bank-transfer",
            "transfer",
            Map.of(),
            "/orders/{number}",
            Optional.empty()));
  }

  private TransferView record(OrderGroupView order, long minor, boolean differs) {
    return recordLine(order, euros(minor), today(), "line-" + UUID.randomUUID(), differs);
  }

  private TransferView recordLine(
      OrderGroupView order, Money amount, LocalDate day, String line, boolean differs) {
    return Marketplace.as(
        FINANCE,
        () ->
            desk.record(
                order.number(), new BankReceipt(amount, day, line, "A. Acheteur"), differs));
  }

  /** What is to be sent back of an order that was paid in part. */
  private UUID givenUp(OrderGroupView order) {
    record(order, 300, true);
    return Marketplace.as(FINANCE, () -> desk.giveUp(order.number())).returns().get(0).id();
  }

  private void sendBack(UUID id) {
    Marketplace.as(FINANCE, () -> desk.sent(id, today(), "out-" + UUID.randomUUID()));
  }

  private TransferView view(OrderGroupView order) {
    return Marketplace.as(FINANCE, () -> desk.get(order.number()));
  }

  private static OrderGroupView again(OrderGroupView order) {
    return Marketplace.get(Orders.class).get(order.number(), order.accessKey());
  }

  private Void expire() {
    Marketplace.asSystem(() -> Marketplace.get(Unsettled.class).expire(1000));
    return null;
  }

  private void after(Duration time, Callable<Void> work) throws Exception {
    clock.at(Instant.now().plus(time), work);
  }

  /** Debits minus credits of an account because of this order. */
  private static long booked(OrderGroupView order, String address) {
    return Market.count(
        """
        select coalesce(sum(case p.side when 'D' then p.amount_minor else -p.amount_minor end), 0)
                 as n
          from posting p join ledger_account a on a.id = p.account_id
         where p.order_group_id = ? and a.address = ?
        """,
        order.id(),
        address);
  }

  private static LocalDate today() {
    return BusinessCalendar.dayOf(Instant.now());
  }

  private static Money euros(long minor) {
    return new Money(minor, Market.EUR);
  }
}
