package org.halles.marketplace.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.reconciliation.Differences;
import org.halles.marketplace.reconciliation.Reconciliations;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.halles.spi.Money;
import org.halles.spi.PaymentOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two bowls for 20.00 each, of which one goes back, and the gateway will not give its money. */
class RefusedRefundsTest {

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final Refunding refunding = Marketplace.get(Refunding.class);
  private final RefusedRefunds refused = Marketplace.get(RefusedRefunds.class);
  private final Differences differences = Marketplace.get(Differences.class);
  private final Orders orders = Marketplace.get(Orders.class);

  private final Article bowl = Market.article(2000, 30);
  private final VendorScope potter = VendorScopes.of(bowl.vendor(), "potter");
  private final OrderGroupView order = checkout.pay(Market.basket(bowl.times(2)).pay("approved"));
  private UUID refund;

  @BeforeEach
  void theGatewayRefuses() {
    OneGateway.fake().refuseNextRefund();
    refund = potterGives(1).id();
    Sweeps.everything();
  }

  @AfterEach
  void theBooksHold() {
    Sweeps.everything();
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void itIsListedWithWhatTheGatewaySaid() {
    assertThat(mine())
        .satisfies(
            one -> assertThat(one.amount()).isEqualTo(eur(2000)),
            one -> assertThat(one.orderGroup()).isEqualTo(order.number()),
            one -> assertThat(one.vendorOrder()).isEqualTo(order.vendorOrders().get(0).number()),
            one -> assertThat(one.code()).isNotBlank(),
            one -> assertThat(one.attempt()).isEqualTo(1));
  }

  @Test
  void theSameRefundIsTriedAgainAndSucceeds() {
    int effects = OneGateway.fake().effects();

    Marketplace.asSystem(() -> refused.retry(mine().id()));
    Sweeps.everything();

    assertThat(refunds())
        .singleElement()
        .satisfies(
            one -> assertThat(one.id()).isEqualTo(refund),
            one -> assertThat(one.status()).isEqualTo("SUCCEEDED"),
            one -> assertThat(one.amount()).isEqualTo(eur(2000)));
    assertThat(OneGateway.fake().effects() - effects).isEqualTo(1);
    assertThat(open()).isEmpty();
  }

  /**
   * Of 41.54 and shipping of 4.00 one cent is refused and eight go back: tried again with the
   * shares of the first time, the commission would have given 1.08 cents more or less than exactly
   * (I8), which the books would name.
   */
  @Test
  void anAmountThatOthersFollowedIsDividedAnewWhenItIsTriedAgain() {
    OrderGroupView odd = checkout.pay(Market.basket(Market.article(4154, 1)).pay("approved"));
    OneGateway.fake().refuseNextRefund();
    give(odd, 1);
    Sweeps.everything();
    give(odd, 8);
    Sweeps.everything();

    Marketplace.asSystem(() -> refused.retry(open(odd).get(0).id()));
    Sweeps.everything();

    assertThat(Marketplace.asSystem(() -> refunding.ofPurchaseForOperator(odd.number())))
        .extracting(one -> one.amount().minor() + " " + one.status())
        .containsExactly("1 FAILED", "8 SUCCEEDED", "1 SUCCEEDED");
    assertThat(open(odd)).isEmpty();
  }

  private void give(OrderGroupView purchase, long minor) {
    RefundRequest some = new RefundRequest(List.of(), false, eur(minor), "For the wait");
    Marketplace.asSystem(() -> refunding.byOperator(purchase.number(), null, some));
  }

  @Test
  void refusedOnceMoreItWaitsAsTheSecondAttempt() {
    OneGateway.fake().refuseNextRefund();

    Marketplace.asSystem(() -> refused.retry(mine().id()));
    Sweeps.everything();

    assertThat(mine().attempt()).isEqualTo(2);
    assertThat(refunds()).extracting(RefundView::status).containsExactly("FAILED");
    assertThat(refundStatus()).isEqualTo("NONE");
  }

  @Test
  void itIsPaidFromOurOwnBankInstead() {
    UUID id = mine().id();
    String line = "LINE-" + refund;

    Marketplace.asSystem(() -> refused.transferred(id, LocalDate.of(2020, 1, 2), line));

    assertThat(refunds()).extracting(RefundView::status).containsExactly("SUCCEEDED");
    assertThat(refundStatus()).isEqualTo("PARTLY_REFUNDED");
    assertThat(open()).isEmpty();
    assertThatThrownBy(() -> Marketplace.asSystem(() -> refused.retry(id)))
        .isInstanceOf(CannotRetry.class);
  }

  @Test
  void aLineOfTheStatementPaysForOneRefundOnly() {
    String line = "LINE-" + refund;
    LocalDate day = LocalDate.of(2020, 1, 2);
    Marketplace.asSystem(() -> refused.transferred(mine().id(), day, line));
    OneGateway.fake().refuseNextRefund();
    potterGives(1);
    Sweeps.everything();

    UUID second = mine().id();
    assertThatThrownBy(() -> Marketplace.asSystem(() -> refused.transferred(second, day, line)))
        .isInstanceOf(CannotRetry.class);
    assertThat(mine().id()).isEqualTo(second);
    assertThatThrownBy(() -> Marketplace.asSystem(() -> refused.transferred(second, null, " ")))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void whatWentBackMeanwhileIsNotGivenTwice() {
    potterGives(2);

    assertThatThrownBy(() -> Marketplace.asSystem(() -> refused.retry(mine().id())))
        .isInstanceOf(CannotRefund.class);
    assertThat(mine().outcome()).isNull();
  }

  @Test
  void putAsideItIsNotTriedAgain() {
    UUID id = mine().id();

    Marketplace.asSystem(() -> refused.close(id, "The buyer keeps the bowl after all"));

    assertThat(open()).isEmpty();
    assertThatThrownBy(() -> Marketplace.asSystem(() -> refused.close(id, "Again")))
        .isInstanceOf(CannotRetry.class);
    assertThatThrownBy(() -> Marketplace.asSystem(() -> refused.retry(UUID.randomUUID())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void paidAfterAllItIsTakenOnceMore() {
    happensAfterAll();

    // no second attempt beside a payment that the journal tells of
    assertThatThrownBy(() -> Marketplace.asSystem(() -> refused.retry(mine().id())))
        .isInstanceOf(CannotRetry.class);
    Marketplace.asSystem(() -> differences.askAgain(difference()));
    Sweeps.everything();

    assertThat(refunds()).extracting(RefundView::status).containsExactly("SUCCEEDED");
    assertThat(refundStatus()).isEqualTo("PARTLY_REFUNDED");
    assertThat(open()).isEmpty();
    assertThatThrownBy(() -> potterGives(2)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void whatWasSentFromTheBankIsNotAskedForAgain() {
    UUID id = mine().id();
    String line = "LINE-" + refund;
    Marketplace.asSystem(() -> refused.transferred(id, LocalDate.of(2020, 1, 2), line));
    OneGateway.fake().decide(id.toString(), new PaymentOutcome.Approved("late", eur(0)));
    compare();
    UUID difference = difference();

    assertThatThrownBy(() -> Marketplace.asSystem(() -> differences.askAgain(difference)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo("refund-was-sent-otherwise"));
    OneGateway.fake().lose(id.toString());
  }

  private void happensAfterAll() {
    OneGateway.fake().decide(mine().id().toString(), new PaymentOutcome.Approved("late", eur(0)));
    compare();
  }

  private void compare() {
    Marketplace.asSystem(
        () ->
            Marketplace.get(Reconciliations.class)
                .run("fake", null, Instant.now().plusSeconds(60)));
  }

  private UUID difference() {
    return Marketplace.asSystem(() -> differences.list(null, null, new Paging(100, null)))
        .items()
        .stream()
        .filter(one -> order.number().equals(one.about()))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private RefundView potterGives(int bowls) {
    UUID line = order.vendorOrders().get(0).lines().get(0).id();
    RefundRequest request =
        new RefundRequest(List.of(new RefundRequest.Part(line, bowls)), false, null, "Chipped");
    String number = order.vendorOrders().get(0).number();
    return Marketplace.asSystem(() -> refunding.byVendor(potter, number, request));
  }

  private RefusedRefund mine() {
    return open().get(0);
  }

  private List<RefusedRefund> open() {
    return open(order);
  }

  private List<RefusedRefund> open(OrderGroupView purchase) {
    return Marketplace.asSystem(() -> refused.list(new Paging(100, null))).items().stream()
        .filter(one -> one.orderGroup().equals(purchase.number()))
        .toList();
  }

  private List<RefundView> refunds() {
    return Marketplace.asSystem(() -> refunding.ofPurchaseForOperator(order.number()));
  }

  private String refundStatus() {
    return Marketplace.asSystem(() -> orders.get(order.number(), null)).refundStatus();
  }

  private static Money eur(long minor) {
    return Money.of(minor, Market.EUR);
  }
}
