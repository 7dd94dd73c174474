package org.halles.marketplace.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.order.BulkShipping;
import org.halles.marketplace.order.CannotShip;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.ShipRequest;
import org.halles.marketplace.order.ShipmentView;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.payment.CaptureMoment;
import org.halles.marketplace.payment.CapturePolicy;
import org.halles.marketplace.refund.Cancelling;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.PlatformClock;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.testing.Credits;
import org.halles.marketplace.testing.FakeGateway;
import org.halles.marketplace.testing.FakeGateway.CaptureFault;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/**
 * Money that is held at the checkout and taken later. A bowl costs 20.00 and a loaf 5.00; each
 * vendor asks 4.00 for shipping, the platform takes 10 % of goods and 20 % VAT on that.
 */
class HeldMoneyTest {

  private static final Duration WEEK = Duration.ofDays(7);

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final Orders orders = Marketplace.get(Orders.class);
  private final Fulfilment fulfilment = Marketplace.get(Fulfilment.class);
  private final Cancelling cancelling = Marketplace.get(Cancelling.class);
  private final FakeGateway gateway = OneGateway.fake();

  private final Article bowl = heldUntil(CaptureMoment.SHIPMENT, Market.article(2000, 5));
  private final Article loaf = heldUntil(CaptureMoment.SHIPMENT, Market.article(500, 5));
  private OrderGroupView order;

  @Test
  void aHeldPurchaseIsNotPaidAndItsVendorsMayBegin() {
    buy("approved");

    assertThat(order.status()).isEqualTo(OrderGroupStatus.AUTHORISED);
    assertThat(order.paidAt()).isNull();
    assertThat(now())
        .usingRecursiveComparison()
        .ignoringFields("vendorOrders.vendor")
        .isEqualTo(order);
    assertThat(order.vendorOrders())
        .extracting(part -> part.status())
        .containsOnly(VendorOrderStatus.TO_SHIP);
    assertThat(booked(Chart.AUTH_HOLD)).isEqualTo(3300);
    assertThat(booked(Chart.pspClearing("fake"))).isZero();
    assertThat(booked(Chart.vendorPending(bowl.vendor()))).isZero();
  }

  @Test
  void theFirstParcelTakesTheMoneyOfEverythingThatStands() {
    buy("approved");

    ship(bowl);

    // 20.00 less 2.00 and 0.40, with 4.00; 5.00 less 0.50 and 0.10, with 4.00
    assertThat(now().status()).isEqualTo(OrderGroupStatus.PARTLY_SHIPPED);
    assertThat(booked(Chart.vendorPending(bowl.vendor()))).isEqualTo(2160);
    assertThat(booked(Chart.vendorPending(loaf.vendor()))).isEqualTo(840);
    assertThat(booked(Chart.COMMISSION_INCOME)).isEqualTo(250);
    assertThat(booked(Chart.COMMISSION_VAT_PAYABLE)).isEqualTo(50);
    assertThat(booked(Chart.pspClearing("fake"))).isEqualTo(3300 - 1);
    assertThat(booked(Chart.AUTH_HOLD)).isZero();
  }

  @Test
  void whatAVendorCancelsBeforeIsNeverTakenAndTheRestIs() {
    buy("approved");
    cancel(loaf);

    ship(bowl);

    assertThat(now().status()).isEqualTo(OrderGroupStatus.SHIPPED);
    assertThat(amountOf("CAPTURE")).isEqualTo(2400);
    assertThat(booked(Chart.vendorPending(bowl.vendor()))).isEqualTo(2160);
    assertThat(booked(Chart.vendorPending(loaf.vendor()))).isZero();
    assertThat(booked(Chart.pspClearing("fake"))).isEqualTo(2400 - 1);
    assertThat(booked(Chart.AUTH_HOLD)).isZero();
    assertThat(Market.stockOf(loaf)).isEqualTo(5);
  }

  @Test
  void ofWhatWasTakenAllCanGoBackAndNoMore() {
    buy("approved");
    cancel(loaf);
    ship(bowl);
    Refunding refunding = Marketplace.get(Refunding.class);

    assertThatThrownBy(() -> refund(refunding, 2401))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("24.00 EUR")
        .hasMessageContaining("24.01 EUR");
    refund(refunding, 2400);
    Sweeps.everything();

    assertThat(now().refundStatus()).isEqualTo("REFUNDED");
    assertThat(booked(Chart.pspClearing("fake"))).isEqualTo(-1);
  }

  private Object refund(Refunding refunding, long minor) {
    RefundRequest wanted =
        new RefundRequest(List.of(), false, Money.of(minor, Market.EUR), "Sorry");
    return Marketplace.asSystem(() -> refunding.byOperator(order.number(), null, wanted));
  }

  @Test
  void theLastCancellationLetsTheMoneyGo() {
    buy("approved");
    cancel(loaf);
    cancel(bowl);

    assertThat(now().status()).isEqualTo(OrderGroupStatus.CANCELLED);
    assertThat(booked(Chart.AUTH_HOLD)).isZero();
    Sweeps.everything();
    assertThat(gateway.letGo(id("AUTHORISE").toString())).isTrue();
    assertThat(count("VOID", "SUCCEEDED")).isEqualTo(1);
  }

  @Test
  void moneyThatIsHeldNoMoreEndsWhatItWasForAndNothingLeaves() throws Exception {
    buy("approved");
    cancel(loaf);

    at(
        Instant.now().plus(WEEK).plusSeconds(60),
        () -> {
          assertRefused("nothing-to-ship", () -> ship(bowl));
          return null;
        });
    assertRefused("nothing-to-ship", () -> ship(bowl));

    assertThat(now().status()).isEqualTo(OrderGroupStatus.CANCELLED);
    assertThat(now().paidAt()).isNull();
    assertThat(Market.stockOf(bowl)).isEqualTo(5);
    assertThat(Market.stockOf(loaf)).isEqualTo(5);
    assertThat(booked(Chart.AUTH_HOLD)).isZero();
    assertThat(told("AuthorisationLapsed")).isEqualTo(1);
  }

  @Test
  void theSweeperFindsWhatLapsed() {
    buy("approved");

    Sweeps.everything(Instant.now().plus(WEEK).plusSeconds(60));

    assertThat(now().status()).isEqualTo(OrderGroupStatus.CANCELLED);
    assertThat(count("CAPTURE", "SUCCEEDED")).isZero();
  }

  @Test
  void aCaptureThatIsRefusedKeepsTheGoodsHere() {
    buy("approved");
    gateway.failNextCapture(CaptureFault.REFUSED);

    assertThatThrownBy(() -> ship(bowl))
        .isInstanceOf(CannotShip.class)
        .hasMessageContaining("keep it");

    assertThat(now().status()).isEqualTo(OrderGroupStatus.CANCELLED);
    assertThat(booked(Chart.AUTH_HOLD)).isZero();
    assertThat(booked(Chart.pspClearing("fake"))).isZero();
    assertThat(Market.stockOf(bowl)).isEqualTo(5);
  }

  @Test
  void aGiftLeavesThoughNothingOfItsPurchaseIsLeftToTake() {
    order = checkout.pay(Market.given(Market.basket(bowl, loaf), loaf.vendor()).pay("approved"));
    cancel(bowl);

    assertThat(now().status()).isEqualTo(OrderGroupStatus.PAID);
    ship(loaf);

    assertThat(now().status()).isEqualTo(OrderGroupStatus.SHIPPED);
    Sweeps.everything();
    assertThat(amountOf("CAPTURE")).isZero();
    assertThat(booked(Chart.AUTH_HOLD)).isZero();
    assertThat(gateway.letGo(id("AUTHORISE").toString())).isTrue();
    assertTheBooksHold();
  }

  @Test
  void aGiftInAPurchaseThatIsHeldIsPaidForWithTheRest() {
    order = checkout.pay(Market.given(Market.basket(bowl, loaf), loaf.vendor()).pay("approved"));

    ship(loaf);

    assertThat(amountOf("CAPTURE")).isEqualTo(2400);
  }

  @Test
  void whatCannotBeTakenYetIsLookedAtAgainAfterOthers() throws Exception {
    buy("approved");
    Captures captures = Marketplace.get(Captures.class);
    Instant late = Instant.now().plus(WEEK).plusSeconds(60);

    assertThat(at(late, () -> captures.lapsed(1000))).contains(order.id());
    assertThat(at(late.plusSeconds(1), () -> captures.lapsed(1000))).doesNotContain(order.id());
    assertThat(at(late.plusSeconds(61), () -> captures.lapsed(1000))).contains(order.id());
  }

  @Test
  void aCaptureWhoseEndIsNotKnownIsAskedForByOneOnly() {
    buy("approved");
    gateway.failNextCapture(CaptureFault.ANSWER_LOST);

    assertRefused("money-under-way", () -> ship(bowl));
    assertRefused("money-under-way", () -> ship(loaf));
    assertThat(gateway.capturesAsked(id("CAPTURE").toString())).isEqualTo(1);

    Sweeps.everything(Instant.now().plusSeconds(60));
    ship(bowl);
    assertThat(amountOf("CAPTURE")).isEqualTo(3300);
  }

  @Test
  void aGatewayThatIsDownCostsNobodyTheOrder() {
    buy("approved");
    gateway.failNextCapture(CaptureFault.DOWN);

    assertRefused("money-under-way", () -> ship(bowl));
    assertThat(now().status()).isEqualTo(OrderGroupStatus.AUTHORISED);
    assertThat(booked(Chart.AUTH_HOLD)).isEqualTo(3300);

    ship(bowl);
    refund(Marketplace.get(Refunding.class), 100);
    Sweeps.everything();
    assertThat(count("CAPTURE", "FAILED")).isEqualTo(1);
    assertThat(amountOf("CAPTURE")).isEqualTo(3300);
    assertThat(booked(Chart.pspClearing("fake"))).isEqualTo(3300 - 1 - 100);
  }

  @Test
  void whatAGatewayTookThoughItSaidNoGoesBack() {
    buy("approved");
    gateway.failNextCapture(CaptureFault.TAKEN_UNSAID);

    assertRefused("money-refused", () -> ship(bowl));
    assertThat(now().status()).isEqualTo(OrderGroupStatus.CANCELLED);
    Sweeps.everything();

    assertThat(count("VOID", "FAILED")).isEqualTo(1);
    assertThat(amountOf("CAPTURE")).isEqualTo(3300);
    assertThat(amountOf("REFUND")).isEqualTo(3300);
    assertThat(booked(Chart.pspClearing("fake"))).isEqualTo(-1);
    assertTheBooksHold();
  }

  @Test
  void ofManyOrdersThatLeaveTogetherAGatewayThatHangsIsAskedOnce() {
    buy("approved");
    String first = numberOf(bowl);
    buy("approved");
    String second = numberOf(bowl);
    gateway.failNextCapture(CaptureFault.ANSWER_LOST);

    assertThat(shipTogether(first, second))
        .extracting(result -> result.refusal().code())
        .containsExactly("money-under-way", "money-under-way");
    assertThat(gateway.capturesAsked(id("CAPTURE").toString())).isZero();

    Sweeps.everything();
    assertThat(now().status()).isEqualTo(OrderGroupStatus.PAID);
    Sweeps.everything(Instant.now().plusSeconds(60));
    assertThat(shipTogether(first, second)).allMatch(result -> result.shipment() != null);
  }

  private List<BulkShipping.Result> shipTogether(String... numbers) {
    List<BulkShipping.Item> items =
        Stream.of(numbers).map(number -> new BulkShipping.Item(number, null)).toList();
    return Marketplace.asSystem(
        () -> Marketplace.get(BulkShipping.class).ship(scope(bowl), "La Poste", items));
  }

  @Test
  void onAcceptanceItIsTakenOnceNothingWaitsForItsVendor() throws Exception {
    heldUntil(CaptureMoment.ACCEPTANCE, bowl);
    acceptWithin(48);
    try {
      buy("approved");
      Sweeps.everything();
      accept(loaf);
      Sweeps.everything();
      assertThat(now().paidAt()).isNull();

      accept(bowl);
      Sweeps.everything();

      assertThat(now().status()).isEqualTo(OrderGroupStatus.PAID);
      assertThat(amountOf("CAPTURE")).isEqualTo(3300);
    } finally {
      acceptWithin(null);
    }
  }

  @Test
  void onAcceptanceWhatIsRefusedIsNotTaken() throws Exception {
    heldUntil(CaptureMoment.ACCEPTANCE, bowl);
    acceptWithin(48);
    try {
      buy("approved");
      accept(bowl);
      Marketplace.asSystem(
          () -> cancelling.refuse(scope(loaf), numberOf(loaf), "No flour is left"));
      Sweeps.everything();

      assertThat(amountOf("CAPTURE")).isEqualTo(2400);
      assertThat(booked(Chart.vendorPending(loaf.vendor()))).isZero();
    } finally {
      acceptWithin(null);
    }
  }

  @Test
  void oneVendorThatIsPaidAtOnceLetsEverythingBeTakenAtOnce() {
    heldUntil(CaptureMoment.CHECKOUT, loaf);

    buy("approved");

    assertThat(order.status()).isEqualTo(OrderGroupStatus.PAID);
  }

  @Test
  void whatTakesLongerToMakeThanMoneyIsHeldIsTakenAtOnce() {
    makes(bowl, 5);
    buy("approved");
    assertThat(order.status()).isEqualTo(OrderGroupStatus.AUTHORISED);

    makes(bowl, 6);
    buy("approved");
    assertThat(order.status()).isEqualTo(OrderGroupStatus.PAID);
  }

  @Test
  void whatMayBeAcceptedForLongerThanMoneyIsHeldIsTakenAtOnce() {
    acceptWithin(121);
    try {
      buy("approved");
      assertThat(order.status()).isEqualTo(OrderGroupStatus.PAID);
    } finally {
      acceptWithin(null);
    }
  }

  private static void makes(Article article, int days) {
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update("update offer set lead_time_days = ? where id = ?", days, article.offer()));
  }

  @Test
  void whatGiftCardsPayAPartOfIsTakenAtOnce() {
    order =
        checkout.pay(Credits.with(Credits.card(500), Market.basket(bowl), bowl).pay("approved"));

    assertThat(order.status()).isEqualTo(OrderGroupStatus.PAID);
  }

  @Test
  void aHoldThatIsApprovedLateStillBeginsTheOrder() {
    buy("lost-answer");
    assertThat(order.status()).isEqualTo(OrderGroupStatus.AWAITING_PAYMENT);

    Sweeps.everything(Instant.now().plusSeconds(60));

    assertThat(now().status()).isEqualTo(OrderGroupStatus.AUTHORISED);
  }

  @Test
  void aHoldForGoodsThatAreGoneIsLetGoAndNothingWasTaken() {
    Article last = heldUntil(CaptureMoment.SHIPMENT, Market.article(900, 1));
    order = checkout.pay(Market.basket(last).pay("pending"));
    Sweeps.everything(Instant.now().plus(Duration.ofHours(25)));
    checkout.pay(Market.basket(last).pay("approved"));
    gateway.approve(id("AUTHORISE").toString());

    Sweeps.everything(Instant.now().plus(Duration.ofDays(2)));

    assertThat(now().status()).isEqualTo(OrderGroupStatus.EXPIRED);
    assertThat(gateway.letGo(id("AUTHORISE").toString())).isTrue();
    assertThat(booked(Chart.AUTH_HOLD)).isZero();
    assertThat(booked(Chart.pspClearing("fake"))).isZero();
  }

  @Test
  void nothingThatWasOnlyHeldIsRefunded() {
    buy("approved");

    assertThatThrownBy(() -> refund(Marketplace.get(Refunding.class), 100))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void manyWhoShipAndCancelAtOnceTakeTheMoneyOnceOrNotAtAll() throws Exception {
    for (int round = 0; round < 10; round++) {
      restock(bowl);
      restock(loaf);
      buy("approved");
      String number = order.number();
      Together.run(
          List.of(() -> ship(bowl), () -> ship(loaf), () -> cancel(loaf), () -> cancel(bowl)));
      Sweeps.everything();

      long captured = amountOf("CAPTURE");
      assertThat(captured).as(number).isIn(0L, 900L, 2400L, 3300L);
      assertThat(count("CAPTURE", "SUCCEEDED")).isLessThanOrEqualTo(1);
      assertThat(ids("CAPTURE"))
          .allMatch(capture -> gateway.capturesAsked(capture.toString()) == 1);
      assertThat(booked(Chart.AUTH_HOLD)).as("held of " + number).isZero();
      long back = amountOf("REFUND");
      assertThat(booked(Chart.pspClearing("fake")))
          .as(number)
          .isEqualTo(captured == 0 ? 0 : captured - 1 - back);
    }
  }

  private static Article heldUntil(CaptureMoment moment, Article article) {
    CapturePolicy policy = Marketplace.get(CapturePolicy.class);
    Marketplace.asSystem(() -> policy.change(article.vendor(), new CapturePolicy.Terms(moment)));
    return article;
  }

  private void buy(String token) {
    order = checkout.pay(Market.basket(bowl, loaf).pay(token));
  }

  private static void restock(Article article) {
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update("update stock set quantity = 5 where offer_id = ?", article.offer()));
  }

  private OrderGroupView now() {
    return orders.get(order.number(), order.accessKey());
  }

  private ShipmentView ship(Article article) {
    ShipRequest all = new ShipRequest(List.of(), "La Poste", "1");
    return Marketplace.asSystem(() -> fulfilment.ship(scope(article), numberOf(article), all));
  }

  private Object cancel(Article article) {
    return Marketplace.asSystem(
        () -> cancelling.cancel(scope(article), numberOf(article), "It broke"));
  }

  private void accept(Article article) {
    Marketplace.asSystem(
        () -> {
          fulfilment.accept(scope(article), numberOf(article));
          return null;
        });
  }

  private static void acceptWithin(Integer hours) {
    Marketplace.inTransaction(
        () -> Market.database().update("update order_policy set accept_hours = ?", hours));
  }

  private static VendorScope scope(Article article) {
    return VendorScopes.of(article.vendor(), "v");
  }

  private String numberOf(Article article) {
    return order.vendorOrders().stream()
        .filter(part -> part.vendor().id().equals(article.vendor()))
        .findFirst()
        .orElseThrow()
        .number();
  }

  /** The balance of an account as far as this purchase moved it, on the side it grows. */
  private long booked(String address) {
    return Market.count(
        "select coalesce(sum(case when p.side = a.normal_side then p.amount_minor"
            + " else -p.amount_minor end), 0) as n from posting p"
            + " join ledger_account a on a.id = p.account_id"
            + " where p.order_group_id = ? and a.address = ?",
        order.id(),
        address);
  }

  private long amountOf(String kind) {
    return Market.count(
        "select coalesce(sum(amount_minor), 0) as n from payment_transaction"
            + " where order_group_id = ? and kind = ? and status = 'SUCCEEDED'",
        order.id(),
        kind);
  }

  private long count(String kind, String status) {
    return Market.count(
        "select count(*) as n from payment_transaction"
            + " where order_group_id = ? and kind = ? and status = ?",
        order.id(),
        kind,
        status);
  }

  private long told(String event) {
    return Market.count(
        "select count(*) as n from outbox where topic = ? and payload::text like ?",
        event,
        "%" + order.id() + "%");
  }

  private UUID id(String kind) {
    return ids(kind).get(0);
  }

  private List<UUID> ids(String kind) {
    return Marketplace.inTransaction(
        () ->
            Market.database()
                .list(
                    "select id from payment_transaction where order_group_id = ? and kind = ?",
                    row -> row.uuid("id"),
                    order.id(),
                    kind));
  }

  private static void assertRefused(String code, ThrowableAssert.ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            CannotShip.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static void assertTheBooksHold() {
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  private static <T> T at(Instant then, Callable<T> work) throws Exception {
    return Marketplace.get(PlatformClock.class).at(then, work);
  }
}
