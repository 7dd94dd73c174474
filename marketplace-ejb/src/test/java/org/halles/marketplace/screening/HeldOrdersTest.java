package org.halles.marketplace.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.GatewayMessages;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.checkout.Together;
import org.halles.marketplace.dispute.Watching;
import org.halles.marketplace.ledger.AccountView;
import org.halles.marketplace.ledger.Balances;
import org.halles.marketplace.order.CannotChange;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.VendorOrderFilter;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.order.VendorOrderSummary;
import org.halles.marketplace.order.VendorOrderView;
import org.halles.marketplace.payment.CaptureMoment;
import org.halles.marketplace.payment.CapturePolicy;
import org.halles.marketplace.payment.GatewayFeeTerms;
import org.halles.marketplace.payment.GatewayFees;
import org.halles.marketplace.refund.Cancelling;
import org.halles.marketplace.refund.GiveBackPolicy;
import org.halles.marketplace.refund.GiveBackReason;
import org.halles.marketplace.refund.GiveBackTerms;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.RefundView;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.testing.FakeGateway;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.marketplace.testing.Warnings;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.halles.spi.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A bowl for 20.00 of a potter and a loaf for 5.00 of a baker, shipping 4.00 each, a fee of 2.60 to
 * the platform and 0.80 for others: 36.40, paid and held. Vendors bear the gateway's fee, and the
 * policy keeps whatever can be kept of what is cancelled.
 */
class HeldOrdersTest {

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final HeldOrders held = Marketplace.get(HeldOrders.class);
  private final Refunding refunding = Marketplace.get(Refunding.class);
  private final Cancelling cancelling = Marketplace.get(Cancelling.class);
  private final GiveBackPolicy policy = Marketplace.get(GiveBackPolicy.class);
  private final GatewayFees fees = Marketplace.get(GatewayFees.class);
  private final Fulfilment fulfilment = Marketplace.get(Fulfilment.class);
  private final Orders orders = Marketplace.get(Orders.class);

  private final Article bowl = Market.article(2000, 30);
  private final Article loaf = Market.article(500, 30);
  private final VendorScope potter = VendorScopes.of(bowl.vendor(), "potter");
  private final Money income = balanceOf("buyer_fee_income");
  private final Money commission = balanceOf("commission_income");
  private final long given = balanceOf("third_party_payable:entraide").minor();
  private OrderGroupView order;

  @AfterEach
  void theBooksHold() {
    Marketplace.asSystem(() -> fees.change(GatewayFeeTerms.PLATFORM));
    keep(false);
    Sweeps.everything();
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void whoeverIsRefusedGetsEverythingBackWhateverThePolicyKeeps() {
    keep(true);
    buyHeld();

    ScreeningView after = Marketplace.asSystem(() -> held.cancel(order.number(), "Stolen card"));

    assertThat(after.state()).isEqualTo(ScreeningState.CANCELLED);
    List<RefundView> back =
        Marketplace.asSystem(() -> refunding.ofPurchaseForOperator(order.number()));
    assertThat(back).extracting(RefundView::cause).containsOnly("REVIEW");
    assertThat(Money.sum(Market.EUR, back.stream().map(RefundView::amount).toList()))
        .isEqualTo(eur(3640));
    assertThat(back).extracting(RefundView::kept).containsOnly(eur(0));
    assertThat(balanceOf("buyer_fee_income")).isEqualTo(income);
    assertThat(balanceOf("commission_income")).isEqualTo(commission);
    assertThat(balanceOf("vendor_pending:" + bowl.vendor())).isEqualTo(eur(0));
    assertThat(balanceOf("vendor_pending:" + loaf.vendor())).isEqualTo(eur(0));
    assertThat(Market.stockOf(bowl)).isEqualTo(30);
    assertThat(now().status()).isEqualTo(OrderGroupStatus.CANCELLED);
  }

  @Test
  void whatIsLetGoBeginsOnceForAllItsVendors() {
    buyHeld();

    Marketplace.asSystem(() -> held.release(order.number()));

    assertThat(now().vendorOrders())
        .extracting(VendorOrderView::status)
        .containsOnly(VendorOrderStatus.TO_SHIP);
    assertThatThrownBy(() -> release()).isInstanceOf(CannotChange.class);
    assertThatThrownBy(() -> end()).isInstanceOf(CannotChange.class);
  }

  @Test
  void ofTwoOperatorsWhoDecideAtOnceOneDecides() throws Exception {
    for (int round = 0; round < 3; round++) {
      buyHeld();

      List<Object> ends = Together.run(List.of(this::release, this::end, this::release));

      assertThat(ends).filteredOn(ScreeningView.class::isInstance).hasSize(1);
      assertThat(ends).filteredOn(CannotChange.class::isInstance).hasSize(2);
      boolean released = screening().state() == ScreeningState.RELEASED;
      assertThat(now().vendorOrders())
          .extracting(VendorOrderView::status)
          .containsOnly(released ? VendorOrderStatus.TO_SHIP : VendorOrderStatus.CANCELLED);
      assertThat(now().refundStatus()).isEqualTo(released ? "NONE" : "REFUNDED");
    }
  }

  @Test
  void ofTwoOperatorsWhoDecideOnMoneyThatIsNotTakenYetOneDecides() throws Exception {
    CapturePolicy captures = Marketplace.get(CapturePolicy.class);
    CapturePolicy.Terms later = new CapturePolicy.Terms(CaptureMoment.SHIPMENT);
    for (Article article : List.of(bowl, loaf)) {
      Marketplace.asSystem(() -> captures.change(article.vendor(), later));
    }
    for (int round = 0; round < 6; round++) {
      buyHeld();

      List<Object> ends = Together.run(List.of(this::release, this::end, this::release));

      assertThat(ends).filteredOn(ScreeningView.class::isInstance).hasSize(1);
      assertThat(ends).filteredOn(CannotChange.class::isInstance).hasSize(2);
      boolean released = screening().state() == ScreeningState.RELEASED;
      assertThat(now().status())
          .isEqualTo(released ? OrderGroupStatus.AUTHORISED : OrderGroupStatus.CANCELLED);
      assertThat(now().vendorOrders())
          .extracting(VendorOrderView::status)
          .containsOnly(released ? VendorOrderStatus.TO_SHIP : VendorOrderStatus.CANCELLED);
    }
  }

  @Test
  void aVendorSeesAndEndsNothingBeforeAPersonDecided() {
    buyHeld();
    String part = order.vendorOrders().get(0).number();
    RefundRequest some = new RefundRequest(List.of(), false, eur(100), "Sorry");

    assertThatThrownBy(() -> Marketplace.asSystem(() -> cancelling.cancel(potter, part, "No")))
        .isInstanceOf(CannotChange.class);
    assertThatThrownBy(() -> Marketplace.asSystem(() -> cancelling.refuse(potter, part, "No")))
        .isInstanceOf(CannotChange.class);
    assertThatThrownBy(() -> Marketplace.asSystem(() -> refunding.byVendor(potter, part, some)))
        .isInstanceOf(CannotChange.class);
    assertThat(listed()).isEmpty();

    release();
    assertThat(listed()).containsExactly(part);
  }

  /** The donation goes last, and with the goods once nothing else of the money is left. */
  @Test
  void whoseMoneyIsGoneIsEndedAndNotReleased() {
    buyHeld();
    give(3560);
    assertThat(balanceOf("third_party_payable:entraide").minor()).isEqualTo(given + 80);
    assertThat(screening().isReleasable()).isTrue();
    give(80);

    assertThat(screening().isReleasable()).isFalse();
    assertThatThrownBy(this::release).hasMessageContaining("went back to the buyer");
    assertThat(end()).extracting("state").isEqualTo(ScreeningState.CANCELLED);
    assertThat(balanceOf("third_party_payable:entraide").minor()).isEqualTo(given);
    assertThat(now().status()).isEqualTo(OrderGroupStatus.CANCELLED);
  }

  @Test
  void goodsOfWhichAllMoneyButTheGiftWentBackTakeTheGiftWithThem() {
    buyHeld();
    give(3560);

    end();

    assertThat(balanceOf("third_party_payable:entraide").minor()).isEqualTo(given);
    assertThat(now().refundStatus()).isEqualTo("REFUNDED");
  }

  @Test
  void whatEndedAnotherWayWaitsForNobody() {
    buyHeld();
    for (VendorOrderView part : order.vendorOrders()) {
      Marketplace.asSystem(() -> cancelling.cancel(order.number(), part.number(), "Doubtful"));
    }

    assertThat(screening().state()).isEqualTo(ScreeningState.ENDED);
    assertThat(screening().open()).isFalse();
    assertThatThrownBy(this::release).isInstanceOf(CannotChange.class);
  }

  /** Held before it was paid; the gateway’s answer comes a moment later. */
  private void buyHeld() {
    Sweeps.everything(); // what an earlier purchase still has to send goes at its own time
    Market.Basket basket =
        Market.giving(Market.withFee(Market.basket(bowl, loaf), eur(260), eur(43)), 80);
    OrderGroupView placed = checkout.pay(basket.pay("lost-answer"));
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "insert into order_screening (order_group_id, score, state, findings)"
                        + " values (?, 80, 'HELD', '[]')",
                    placed.id()));
    Sweeps.everything(Instant.now().plusSeconds(3));
    order = Marketplace.asSystem(() -> orders.get(placed.number(), null));
    assertThat(order.vendorOrders())
        .extracting(VendorOrderView::status)
        .containsOnly(VendorOrderStatus.IN_REVIEW);
  }

  /** The bank has 5.00 of it when it is ended, and gives them back: nobody sold anything. */
  @Test
  void whatABankGivesBackOfAnEndedPurchaseGoesOnToItsBuyer() {
    buyHeld();
    FakeGateway gateway = OneGateway.fake();
    String reference = gateway.chargeBack(order.payments().get(0).id().toString(), eur(500));
    news(reference);
    end();
    Sweeps.everything();
    gateway.decideChargeback(reference, true);

    news(reference);
    Sweeps.everything();

    assertThat(now().refundStatus()).isEqualTo("REFUNDED");
    assertThat(gateway.left(order.payments().get(0).id().toString())).isEqualTo(eur(0));
    assertThat(balanceOf("vendor_pending:" + bowl.vendor())).isEqualTo(eur(0));
    assertThat(balanceOf("vendor_pending:" + loaf.vendor())).isEqualTo(eur(0));
  }

  @Test
  void nothingIsWarnedOfWhileTheBankOfAnEndedPurchaseTakesItsTime() {
    buyHeld();
    String reference =
        OneGateway.fake().chargeBack(order.payments().get(0).id().toString(), eur(500));
    news(reference);
    end();
    Sweeps.everything();

    try (Warnings warnings = Warnings.of("org.halles.marketplace.dispute.DisputeWorker")) {
      Watching.round();
      Watching.round();

      assertThat(warnings.naming(reference)).isEmpty();
    }
    OneGateway.fake().decideChargeback(reference, true);
    news(reference);
  }

  private static void news(String reference) {
    byte[] news =
        ("evt-" + UUID.randomUUID() + " " + reference + " chargeback.news")
            .getBytes(StandardCharsets.UTF_8);
    Marketplace.get(GatewayMessages.class).receive("fake", news, Map.of("signature", "right"));
  }

  private Object release() {
    return Marketplace.asSystem(() -> held.release(order.number()));
  }

  private Object end() {
    return Marketplace.asSystem(() -> held.cancel(order.number(), "Stolen card"));
  }

  private void give(long minor) {
    RefundRequest wanted = new RefundRequest(List.of(), false, eur(minor), "Sorry");
    Marketplace.asSystem(() -> refunding.byOperator(order.number(), null, wanted));
  }

  private ScreeningView screening() {
    return Marketplace.asSystem(() -> held.find(order.number())).orElseThrow();
  }

  private OrderGroupView now() {
    return Marketplace.asSystem(() -> orders.get(order.number(), null));
  }

  private List<String> listed() {
    return Marketplace.asSystem(
            () -> fulfilment.list(potter, VendorOrderFilter.ALL, Paging.first()))
        .items()
        .stream()
        .map(VendorOrderSummary::number)
        .toList();
  }

  /** Whatever a policy can keep, and vendors that bear all of the gateway's fee; or nothing. */
  private void keep(boolean all) {
    GatewayFeeTerms.Estimate expected = new GatewayFeeTerms.Estimate("*", 200, 34, "EUR");
    Marketplace.asSystem(
        () -> {
          fees.change(
              all ? new GatewayFeeTerms(10_000, List.of(expected)) : GatewayFeeTerms.PLATFORM);
          return policy.change(
              Arrays.stream(GiveBackReason.values())
                  .map(reason -> terms(reason, all && !reason.isBuyersRight()))
                  .toList());
        });
  }

  private static GiveBackTerms terms(GiveBackReason reason, boolean kept) {
    int share = kept ? 10_000 : 0;
    return new GiveBackTerms(reason, share, share, 10_000, kept);
  }

  private static Money balanceOf(String address) {
    return Marketplace.inTransaction(() -> Marketplace.get(Balances.class).at(address)).stream()
        .filter(account -> account.balance().currency().equals(Market.EUR))
        .map(AccountView::balance)
        .findFirst()
        .orElse(eur(0));
  }

  private static Money eur(long minor) {
    return Money.of(minor, Market.EUR);
  }
}
