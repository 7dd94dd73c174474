package org.halles.marketplace.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.ledger.AccountView;
import org.halles.marketplace.ledger.Balances;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.halles.spi.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bowl for 20.00 with shipping of 4.00, and a fee of 2.60 to the platform, 0.43 VAT in it. */
class BuyerFeeBackTest {

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final Refunding refunding = Marketplace.get(Refunding.class);
  private final Cancelling cancelling = Marketplace.get(Cancelling.class);
  private final DecidedRefunds decided = Marketplace.get(DecidedRefunds.class);
  private final GiveBackPolicy policy = Marketplace.get(GiveBackPolicy.class);
  private final Orders orders = Marketplace.get(Orders.class);

  private final Article bowl = Market.article(2000, 30);
  private final VendorScope potter = VendorScopes.of(bowl.vendor(), "potter");
  private final Money income = balanceOf("buyer_fee_income");
  private final Money vat = balanceOf("tax_payable:FR");
  private OrderGroupView order;

  @AfterEach
  void theBooksHold() {
    Marketplace.asSystem(
        () ->
            policy.change(
                Arrays.stream(GiveBackReason.values()).map(GiveBackTerms::everything).toList()));
    Sweeps.everything();
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void theFeeIsThePlatformsAndItsVatTheStates() {
    buy();

    assertThat(order.totals().total()).isEqualTo(eur(2660));
    assertThat(balanceOf("buyer_fee_income")).isEqualTo(income.plus(eur(217)));
    assertThat(balanceOf("tax_payable:FR")).isEqualTo(vat.plus(eur(43)));
  }

  @Test
  void itGoesBackWithACancelledOrder() {
    buy();

    Optional<RefundView> back = cancel();

    assertThat(back.orElseThrow().amount()).isEqualTo(eur(2660));
    assertThat(balanceOf("buyer_fee_income")).isEqualTo(income);
    assertThat(balanceOf("tax_payable:FR")).isEqualTo(vat);
    assertThat(refundStatus()).isEqualTo("REFUNDED");
  }

  @Test
  void aPolicyMayKeepIt() {
    keepFee(GiveBackReason.CANCELLATION, GiveBackReason.REFUND);
    buy();

    assertThatThrownBy(() -> operatorGives(2500)).isInstanceOf(CannotRefund.class);
    assertThat(cancel().orElseThrow().amount()).isEqualTo(eur(2400));
    assertThat(balanceOf("buyer_fee_income")).isEqualTo(income.plus(eur(217)));
    assertThat(refundStatus()).isEqualTo("PARTLY_REFUNDED");
  }

  @Test
  void aWithdrawalGivesItBackWithTheLastThingThatIsKept() {
    buy();
    UUID part = order.vendorOrders().get(0).id();
    UUID line = order.vendorOrders().get(0).lines().get(0).id();

    Optional<RefundView> back =
        Marketplace.inTransaction(
            () ->
                decided.giveBack(
                    new GoodsBack(
                        order.id(),
                        part,
                        Map.of(line, 1),
                        eur(400),
                        null,
                        true,
                        false,
                        "Withdrawn")));

    assertThat(back.orElseThrow().amount()).isEqualTo(eur(2660));
    assertThat(balanceOf("buyer_fee_income")).isEqualTo(income);
  }

  /** A bowl comes back, the loaf is never sent: the fee goes back with the last of them. */
  @Test
  void itGoesBackWithACancellationAfterAReturn() {
    Article loaf = Market.article(500, 30);
    order =
        checkout.pay(Market.withFee(Market.basket(bowl, loaf), eur(260), eur(43)).pay("approved"));
    OrderGroupView placed = order;
    int bowls = placed.vendorOrders().get(0).vendor().id().equals(bowl.vendor()) ? 0 : 1;
    UUID part = placed.vendorOrders().get(bowls).id();
    UUID line = placed.vendorOrders().get(bowls).lines().get(0).id();
    Marketplace.inTransaction(
        () ->
            decided.giveBack(
                new GoodsBack(
                    placed.id(), part, Map.of(line, 1), eur(400), null, true, false, "Back")));

    String last = placed.vendorOrders().get(1 - bowls).number();
    Marketplace.asSystem(() -> cancelling.cancel(placed.number(), last, "Burnt"));

    assertThat(balanceOf("buyer_fee_income")).isEqualTo(income);
    assertThat(refundStatus()).isEqualTo("REFUNDED");
  }

  @Test
  void itGoesBackWithAllLinesAndTheirDelivery() {
    buy();
    UUID line = order.vendorOrders().get(0).lines().get(0).id();
    RefundRequest all =
        new RefundRequest(List.of(new RefundRequest.Part(line, 1)), true, null, "All");

    RefundView back = Marketplace.asSystem(() -> refunding.byOperator(order.number(), null, all));

    assertThat(back.amount()).isEqualTo(eur(2660));
    assertThat(refundStatus()).isEqualTo("REFUNDED");
  }

  /** The bowl's refund is refused; the loaf goes meanwhile; tried again, the bowl is the last. */
  @Test
  void itGoesBackBesideTheLastRefundThatIsTriedAgain() {
    Article loaf = Market.article(500, 30);
    order =
        checkout.pay(Market.withFee(Market.basket(bowl, loaf), eur(260), eur(43)).pay("approved"));
    OrderGroupView placed = order;
    int bowls = placed.vendorOrders().get(0).vendor().id().equals(bowl.vendor()) ? 0 : 1;
    UUID part = placed.vendorOrders().get(bowls).id();
    UUID line = placed.vendorOrders().get(bowls).lines().get(0).id();
    OneGateway.fake().refuseNextRefund();
    Marketplace.inTransaction(
        () ->
            decided.giveBack(
                new GoodsBack(
                    placed.id(), part, Map.of(line, 1), eur(400), null, true, false, "Back")));
    Sweeps.everything();
    String last = placed.vendorOrders().get(1 - bowls).number();
    Marketplace.asSystem(() -> cancelling.cancel(placed.number(), last, "Burnt"));
    assertThat(refundStatus()).isEqualTo("PARTLY_REFUNDED");

    RefusedRefunds refused = Marketplace.get(RefusedRefunds.class);
    UUID attempt =
        Marketplace.asSystem(() -> refused.list(new Paging(100, null))).items().stream()
            .filter(one -> one.orderGroup().equals(placed.number()))
            .findFirst()
            .orElseThrow()
            .id();
    Marketplace.asSystem(() -> refused.retry(attempt));
    Sweeps.everything();

    assertThat(balanceOf("buyer_fee_income")).isEqualTo(income);
    assertThat(refundStatus()).isEqualTo("REFUNDED");
  }

  /** Of 26.60 half is 13.30: 1.30 of it from the fee, in proportion to what it was. */
  @Test
  void anAmountOfTheWholeTakesItsShareOfTheFee() {
    buy();

    operatorGives(1330);

    assertThat(balanceOf("buyer_fee_income").plus(balanceOf("tax_payable:FR")))
        .isEqualTo(income.plus(vat).plus(eur(130)));
  }

  private void buy() {
    Market.Basket basket = Market.withFee(Market.basket(bowl), eur(260), eur(43));
    order = checkout.pay(basket.pay("approved"));
  }

  private Optional<RefundView> cancel() {
    String number = order.vendorOrders().get(0).number();
    return Marketplace.asSystem(() -> cancelling.cancel(potter, number, "Broken"));
  }

  private RefundView operatorGives(long minor) {
    RefundRequest wanted = new RefundRequest(List.of(), false, eur(minor), "For the wait");
    return Marketplace.asSystem(() -> refunding.byOperator(order.number(), null, wanted));
  }

  private void keepFee(GiveBackReason... reasons) {
    Marketplace.asSystem(
        () ->
            policy.change(
                Arrays.stream(reasons)
                    .map(one -> new GiveBackTerms(one, 0, 0, 10_000, true))
                    .toList()));
  }

  private String refundStatus() {
    return Marketplace.asSystem(() -> orders.get(order.number(), null)).refundStatus();
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
