package org.halles.marketplace.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.cash.CashPolicy;
import org.halles.marketplace.cash.CashReturns;
import org.halles.marketplace.cash.CashTerms;
import org.halles.marketplace.cash.CashVendors;
import org.halles.marketplace.cash.CashView;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.ShipRequest;
import org.halles.marketplace.order.ShipmentView;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.order.VendorOrderView;
import org.halles.marketplace.refund.Cancelling;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.returns.SendingBack;
import org.halles.marketplace.returns.Units;
import org.halles.marketplace.returns.Withdrawing;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.testing.Credits;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Market.Basket;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.halles.spi.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Cash at the door. A bowl costs 20.00; its vendor asks 4.00 for shipping, the platform takes 10 %
 * of goods and 20 % VAT on that: of 24.00 taken at the door 2.40 are the platform's.
 */
class CashTest {

  private static final CashTerms OFF = new CashTerms(false, List.of(), List.of());

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final Orders orders = Marketplace.get(Orders.class);
  private final Fulfilment fulfilment = Marketplace.get(Fulfilment.class);
  private final CashDesk desk = Marketplace.get(CashDesk.class);

  private final Article bowl = takesCash(Market.article(2000, 5));
  private OrderGroupView order;

  @BeforeEach
  void offered() {
    offer(new CashTerms(true, List.of("FR"), List.of(Money.of(10_000, Market.EUR))));
  }

  @AfterEach
  void notOffered() {
    offer(OFF);
  }

  @Test
  void nothingIsTakenAtTheCheckoutAndTheVendorMayBegin() {
    buy();

    assertThat(order.status()).isEqualTo(OrderGroupStatus.AUTHORISED);
    assertThat(order.paidAt()).isNull();
    assertThat(now())
        .usingRecursiveComparison()
        .ignoringFields("vendorOrders.vendor")
        .isEqualTo(order);
    assertThat(part().status()).isEqualTo(VendorOrderStatus.TO_SHIP);
    assertThat(booked(Chart.AUTH_HOLD)).isEqualTo(2400);
    assertThat(booked(Chart.vendorPending(bowl.vendor()))).isZero();
    assertThat(cash().state()).isEqualTo(CashView.State.TO_COLLECT);
    assertThat(cash().amount()).isEqualTo(eur(2400));
  }

  @Test
  void aPromiseDoesNotLapse() {
    buy();
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update("update order_group set reserved_until = now() where id = ?", order.id()));

    Sweeps.everything(Instant.now().plusSeconds(3600 * 24 * 365));

    assertThat(now().status()).isEqualTo(OrderGroupStatus.AUTHORISED);
  }

  @Test
  void itsParcelLeavesUnpaidAndArrivesWithTheCash() {
    buy();
    ShipmentView parcel = ship();

    assertThat(now().paidAt()).isNull();
    assertRefused(
        "cash-first",
        () ->
            Marketplace.asSystem(
                () -> fulfilment.delivered(scope(), part().number(), parcel.id())));

    assertThat(receive().state()).isEqualTo(CashView.State.RECEIVED);
    assertThat(now().status()).isEqualTo(OrderGroupStatus.DELIVERED);
    assertThat(now().paidAt()).isNotNull();
    assertThat(part().status()).isEqualTo(VendorOrderStatus.DELIVERED);
  }

  @Test
  void theVendorThenOwesWhatIsNotItsOwn() {
    buy();
    ship();

    receive();

    assertThat(booked(Chart.AUTH_HOLD)).isZero();
    assertThat(booked(Chart.pspClearing("cash"))).isZero();
    assertThat(booked(Chart.vendorPending(bowl.vendor()))).isZero();
    assertThat(booked(Chart.vendorReceivable(bowl.vendor()))).isEqualTo(240);
    assertThat(booked(Chart.COMMISSION_INCOME)).isEqualTo(200);
    assertThat(booked(Chart.COMMISSION_VAT_PAYABLE)).isEqualTo(40);
    assertTheBooksHold();
  }

  @Test
  void whatItOwesIsTakenFromWhatItHas() {
    order = checkout.pay(Market.basket(bowl).pay("approved"));
    ship();
    Marketplace.asSystem(
        () -> fulfilment.delivered(scope(), part().number(), part().shipments().get(0).id()));
    buy();
    ship();

    receive();

    // 21.60 of the first order are available, 2.40 of the second are owed
    assertThat(balance(Chart.vendorReceivable(bowl.vendor()))).isZero();
    assertThat(balance(Chart.vendorAvailable(bowl.vendor()))).isEqualTo(2160 - 240);
  }

  @Test
  void theCashIsNotThereBeforeTheGoodsHaveLeft() {
    buy();

    assertRefused("cash-too-early", this::receive);
  }

  @Test
  void sayingItTwiceChangesNothing() {
    buy();
    ship();
    CashView first = receive();

    assertThat(receive()).isEqualTo(first);
    assertThat(amountOf("CAPTURE")).isEqualTo(2400);
  }

  @Test
  void manyWhoSayItAtOnceBookItOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      buy();
      ship();

      List<Object> said = Together.run(List.<Callable<Object>>of(this::receive, this::receive));

      assertThat(said).allMatch(one -> one instanceof CashView);
      assertThat(amountOf("CAPTURE")).isEqualTo(2400);
      assertThat(booked(Chart.COMMISSION_INCOME)).isEqualTo(200);
      restock();
    }
  }

  @Test
  void oneWhoReceivesAndOneWhoCancelsAtOnceEndWithOneOfThem() throws Exception {
    for (int round = 0; round < 5; round++) {
      buy();
      ship();

      Together.run(List.<Callable<Object>>of(this::receive, this::cancel));

      long taken = amountOf("CAPTURE");
      assertThat(taken).isIn(0L, 2400L);
      assertThat(booked(Chart.COMMISSION_INCOME)).isEqualTo(taken / 12);
      assertThat(cash().state())
          .isEqualTo(taken == 0 ? CashView.State.NOT_COLLECTED : CashView.State.RECEIVED);
      assertThat(booked(Chart.AUTH_HOLD)).isZero();
      restock();
    }
  }

  @Test
  void whatIsRefusedAtTheDoorComesBackAndNothingIsOwed() {
    buy();
    ship();

    cancel();

    assertThat(now().status()).isEqualTo(OrderGroupStatus.CANCELLED);
    assertThat(Market.stockOf(bowl)).isEqualTo(5);
    assertThat(booked(Chart.AUTH_HOLD)).isZero();
    assertThat(booked(Chart.vendorReceivable(bowl.vendor()))).isZero();
    assertThat(booked(Chart.COMMISSION_INCOME)).isZero();
    assertThat(cash().state()).isEqualTo(CashView.State.NOT_COLLECTED);
    assertRefused("not-in-cash", this::receive);
    Sweeps.everything();
    assertTheBooksHold();
  }

  @Test
  void whoeverWithdrawsBeforeItLeavesOwesNothing() {
    buy();

    withdraw();

    assertThat(now().status()).isEqualTo(OrderGroupStatus.CANCELLED);
    assertThat(Market.stockOf(bowl)).isEqualTo(5);
  }

  @Test
  void whatIsOnItsWayIsRefusedAtTheDoorInstead() {
    buy();
    ship();

    assertRefused("at-the-door", this::withdraw);
    assertThat(Marketplace.get(SendingBack.class).rights(order.number(), order.accessKey()))
        .flatExtracting(rights -> rights.lines())
        .allMatch(line -> line.withdrawable() == 0 && line.returnable() == 0);
  }

  @Test
  void theVendorGivesBackByHandAndOwesNothingMore() {
    buy();
    ship();
    receive();
    refund(2400);
    Sweeps.everything();

    // it has the buyer's 24.00 in its hand, of which it owes all
    assertThat(booked(Chart.vendorReceivable(bowl.vendor()))).isEqualTo(2400);
    assertThat(booked(Chart.COMMISSION_INCOME)).isZero();
    CashReturns.Return back = cash().returns().get(0);
    assertThat(back.amount()).isEqualTo(eur(2400));
    assertThat(back.state()).isEqualTo(CashReturns.State.ASKED);

    say(back.id(), true);

    assertThat(cash().returns().get(0).state()).isEqualTo(CashReturns.State.GIVEN);
    assertThat(booked(Chart.vendorReceivable(bowl.vendor()))).isZero();
    assertThat(booked(Chart.vendorAvailable(bowl.vendor()))).isZero();
    assertThat(booked(Chart.pspClearing("cash"))).isZero();
    assertThat(booked(Chart.refundInFlight("cash"))).isZero();
    assertThat(now().refundStatus()).isEqualTo("REFUNDED");
    assertTheBooksHold();
  }

  @Test
  void aPartOfItGoesBackInStep() {
    buy();
    ship();
    receive();
    // nobody need wait until the vendor was asked
    refund(600);

    say(cash().returns().get(0).id(), true);

    // a quarter of 24.00: the platform gives 0.50 and 0.10 back, the vendor gave 6.00 by hand
    assertThat(booked(Chart.COMMISSION_INCOME)).isEqualTo(150);
    assertThat(booked(Chart.vendorReceivable(bowl.vendor()))).isEqualTo(240 - 60);
    assertTheBooksHold();
  }

  @Test
  void whatItCannotGiveByHandWaitsForTheMarketplace() {
    buy();
    ship();
    receive();
    refund(2400);
    Sweeps.everything();
    UUID back = cash().returns().get(0).id();

    say(back, false);

    assertRefused("cash-back-said", () -> say(back, true));
    assertThat(
            Market.count(
                "select count(*) as n from refund where order_group_id = ? and status = 'FAILED'",
                order.id()))
        .isEqualTo(1);
    assertThat(booked(Chart.vendorReceivable(bowl.vendor()))).isEqualTo(240);
    assertThat(booked(Chart.refundInFlight("cash"))).isZero();
    assertTheBooksHold();
  }

  @Test
  void twoWhoGiveTheSameBackAreCreditedOnce() throws Exception {
    buy();
    ship();
    receive();
    refund(2400);
    Sweeps.everything();
    UUID back = cash().returns().get(0).id();

    Together.run(List.<Callable<Object>>of(() -> say(back, true), () -> say(back, true)));

    assertThat(booked(Chart.vendorReceivable(bowl.vendor()))).isZero();
    assertThat(booked(Chart.vendorAvailable(bowl.vendor()))).isZero();
    assertThat(booked(Chart.pspClearing("cash"))).isZero();
  }

  @Test
  void anotherVendorFindsNothing() {
    buy();
    ship();
    VendorScope other = VendorScopes.of(Market.article(100, 1).vendor(), "v");

    assertThatThrownBy(() -> Marketplace.asSystem(() -> desk.received(other, part().number())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void theOperatorSaysItForAVendorThatDoesNot() {
    buy();
    ship();

    CashView told =
        Marketplace.asSystem(() -> desk.receivedForVendor(order.number(), part().number()));

    assertThat(told.state()).isEqualTo(CashView.State.RECEIVED);
  }

  @Test
  void whatIsPaidAnotherWayHasNoCash() {
    order = checkout.pay(Market.basket(bowl).pay("approved"));
    ship();

    assertRefused("not-in-cash", this::receive);
  }

  @Test
  void whatIsInTheWayIsSaid() {
    Article other = takesCash(Market.article(500, 5));
    Article refusing = Market.article(500, 5);
    assertRefused("cash-several-vendors", () -> pay(Market.basket(bowl, other)));
    assertRefused("cash-vendor-does-not", () -> pay(Market.basket(bowl, refusing)));
    assertRefused(
        "cash-credit", () -> pay(Credits.with(Credits.card(500), Market.basket(bowl), bowl)));
    offer(new CashTerms(true, List.of(), List.of(Money.of(2399, Market.EUR))));
    assertRefused("cash-too-much", () -> pay(Market.basket(bowl)));
    offer(new CashTerms(true, List.of("BE"), List.of(Money.of(10_000, Market.EUR))));
    assertRefused("cash-not-there", () -> pay(Market.basket(bowl)));
    offer(OFF);
    assertRefused("cash-not-offered", () -> pay(Market.basket(bowl)));
    offered();
    bowl.as("DIGITAL");
    assertRefused("cash-not-goods", () -> pay(Market.basket(bowl.as("DIGITAL"))));
  }

  @Test
  void termsThatMakeNoSenseAreRefusedAllAtOnce() {
    Money euro = Money.of(100, Market.EUR);
    assertThatThrownBy(() -> offer(new CashTerms(true, List.of("XX"), List.of(euro, euro))))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            wrong ->
                assertThat(wrong.violations())
                    .extracting(one -> one.field())
                    .containsExactly("countries[0]", "limits[1]"));
    assertThatThrownBy(() -> offer(new CashTerms(true, List.of(), List.of())))
        .isInstanceOf(InvalidInput.class);
  }

  private void buy() {
    order = pay(Market.basket(bowl));
  }

  private OrderGroupView pay(Basket basket) {
    return checkout.pay(basket.payInCash());
  }

  private static void offer(CashTerms terms) {
    Marketplace.asSystem(() -> Marketplace.get(CashPolicy.class).change(terms));
  }

  private static Article takesCash(Article article) {
    VendorScope scope = VendorScopes.of(article.vendor(), "v");
    Marketplace.asSystem(() -> Marketplace.get(CashVendors.class).change(scope, true));
    return article;
  }

  private void restock() {
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update("update stock set quantity = 5 where offer_id = ?", bowl.offer()));
  }

  private OrderGroupView now() {
    return orders.get(order.number(), order.accessKey());
  }

  private VendorOrderView part() {
    return now().vendorOrders().get(0);
  }

  private VendorScope scope() {
    return VendorScopes.of(bowl.vendor(), "v");
  }

  private ShipmentView ship() {
    ShipRequest all = new ShipRequest(List.of(), "La Poste", "1");
    return Marketplace.asSystem(() -> fulfilment.ship(scope(), part().number(), all));
  }

  private CashView receive() {
    return Marketplace.asSystem(() -> desk.received(scope(), part().number()));
  }

  private CashView say(UUID back, boolean given) {
    return Marketplace.asSystem(
        () ->
            given
                ? desk.givenBack(scope(), part().number(), back)
                : desk.cannotGiveBack(scope(), part().number(), back));
  }

  private CashView cash() {
    return Marketplace.asSystem(() -> desk.of(scope(), part().number())).orElseThrow();
  }

  private Object cancel() {
    return Marketplace.asSystem(
        () ->
            Marketplace.get(Cancelling.class)
                .cancel(scope(), part().number(), "Refused at the door"));
  }

  private Object withdraw() {
    UUID line = part().lines().get(0).id();
    return Marketplace.get(Withdrawing.class)
        .declare(
            order.number(),
            order.accessKey(),
            part().number(),
            List.of(new Units(line, 1)),
            "Rita Delacour");
  }

  private void refund(long minor) {
    Marketplace.asSystem(
        () ->
            Marketplace.get(Refunding.class)
                .byOperator(
                    order.number(),
                    null,
                    new RefundRequest(List.of(), false, eur(minor), "Sorry")));
  }

  private long booked(String address) {
    return Market.count(
        "select coalesce(sum(case when p.side = a.normal_side then p.amount_minor"
            + " else -p.amount_minor end), 0) as n from posting p"
            + " join ledger_account a on a.id = p.account_id"
            + " where p.order_group_id = ? and a.address = ?",
        order.id(),
        address);
  }

  private static long balance(String address) {
    return Market.count(
        "select coalesce(sum(case when p.side = a.normal_side then p.amount_minor"
            + " else -p.amount_minor end), 0) as n from posting p"
            + " join ledger_account a on a.id = p.account_id where a.address = ?",
        address);
  }

  private long amountOf(String kind) {
    return Market.count(
        "select coalesce(sum(amount_minor), 0) as n from payment_transaction"
            + " where order_group_id = ? and kind = ? and status = 'SUCCEEDED'",
        order.id(),
        kind);
  }

  private static Money eur(long minor) {
    return Money.of(minor, Market.EUR);
  }

  private static void assertRefused(String code, ThrowableAssert.ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static void assertTheBooksHold() {
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }
}
