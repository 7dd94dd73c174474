package org.halles.marketplace.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.ledger.AccountView;
import org.halles.marketplace.ledger.Balances;
import org.halles.marketplace.order.Earnings;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.VendorBalance;
import org.halles.marketplace.payment.GatewayFeeTerms;
import org.halles.marketplace.payment.GatewayFeeTerms.Estimate;
import org.halles.marketplace.payment.GatewayFees;
import org.halles.marketplace.reconciliation.Reconciliations;
import org.halles.marketplace.refund.GiveBackPolicy;
import org.halles.marketplace.refund.GiveBackReason;
import org.halles.marketplace.refund.GiveBackTerms;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.RefundView;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.halles.spi.Money;
import org.halles.spi.PaymentOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A potter's bowl for 20.00 and a baker's loaf for 5.00, shipping 4.00 each: 33.00, of which the
 * potter earns 21.60 and the baker 8.40. The gateway is expected to keep 2 % and 0.34: 1.00.
 */
class GatewayFeeBearerTest {

  private static final Estimate EXPECTED = new Estimate("*", 200, 34, "EUR");

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final GatewayFees fees = Marketplace.get(GatewayFees.class);
  private final GiveBackPolicy policy = Marketplace.get(GiveBackPolicy.class);
  private final Refunding refunding = Marketplace.get(Refunding.class);
  private final Earnings earnings = Marketplace.get(Earnings.class);

  private final Article bowl = Market.article(2000, 30);
  private final Article loaf = Market.article(500, 30);
  private final VendorScope potter = VendorScopes.of(bowl.vendor(), "potter");
  private final VendorScope baker = VendorScopes.of(loaf.vendor(), "baker");
  private final Money expense = balanceOf("psp_fee_expense");
  private final Money accrual = balanceOf("psp_fee_accrual");
  private OrderGroupView order;

  @AfterEach
  void theBooksHold() {
    Marketplace.asSystem(() -> fees.change(GatewayFeeTerms.PLATFORM));
    giveBack(10_000);
    Sweeps.everything();
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void vendorsBearTheirHalfByWhatTheBuyerPaidThem() {
    share(5_000);
    Money kept = buy();

    // half of 1.00 over 24.00 and 9.00 of 33.00: 0.364 and 0.136, so 0.36 and 0.14
    assertThat(pending(potter)).isEqualTo(eur(2160 - 36));
    assertThat(pending(baker)).isEqualTo(eur(840 - 14));
    assertThat(settled(kept, 50)).isTrue();
  }

  @Test
  void thePlatformBearsAllUnlessTheOperatorSaysOtherwise() {
    share(0);
    Money kept = buy();

    assertThat(pending(potter)).isEqualTo(eur(2160));
    assertThat(settled(kept, 0)).isTrue();
  }

  @Test
  void whatHoldsWhenTheOrderIsPlacedDecides() {
    Market.Basket basket = Market.basket(bowl, loaf);
    share(10_000);
    order = checkout.pay(basket.pay("approved"));
    share(0);

    assertThat(pending(potter)).isEqualTo(eur(2160 - 73));
    assertThat(pending(baker)).isEqualTo(eur(840 - 27));
  }

  @Test
  void whatTheyBoreIsGoneWithARefundWhereTheGatewayKeepsIt() {
    share(10_000);
    buy();

    RefundView back = potterGivesAll();

    assertThat(back.amount()).isEqualTo(eur(2400));
    assertThat(back.gatewayFeeBack()).isEqualTo(eur(0));
    assertThat(balance(potter).debt()).isEqualTo(eur(73));
  }

  @Test
  void aPolicyMayGiveItBackInStepWithTheMoney() {
    giveBack(0);
    share(10_000);
    buy();

    RefundView some = potterGives(1200);
    RefundView rest = potterGives(1200);

    // half of 0.73 is 0.365: 0.37 with the first half, 0.36 with the second
    assertThat(some.gatewayFeeBack()).isEqualTo(eur(37));
    assertThat(rest.gatewayFeeBack()).isEqualTo(eur(36));
    assertThat(pending(potter)).isEqualTo(eur(0));
    assertThat(balance(potter).debt()).isEqualTo(eur(0));
  }

  @Test
  void aRefundItsGatewayRefusesTakesTheFeeBackAgain() {
    giveBack(0);
    share(10_000);
    buy();
    OneGateway.fake().refuseNextRefund();
    potterGives(1200);

    Sweeps.everything();

    assertThat(pending(potter)).isEqualTo(eur(2160 - 73));
    assertThat(potterGivesAll().gatewayFeeBack()).isEqualTo(eur(73));
  }

  @Test
  void whatVendorsGaveForAFeeThatWasNotKeptLowersWhatThePlatformPays() {
    share(10_000);
    order = checkout.pay(Market.basket(bowl, loaf).pay("pending"));
    UUID charge = order.payments().get(0).id();
    PaymentOutcome forNothing = new PaymentOutcome.Approved("ref", eur(0));
    OneGateway.fake().decide(charge.toString(), forNothing);
    Marketplace.get(Settlement.class).settle(charge, forNothing);
    Money waiting = balanceOf("psp_fee_accrual");
    Money platforms = balanceOf("psp_fee_expense");

    Marketplace.asSystem(
        () ->
            Marketplace.get(Reconciliations.class)
                .run("fake", null, Instant.now().plusSeconds(60)));

    assertThat(waiting).isEqualTo(accrual.plus(eur(100)));
    assertThat(balanceOf("psp_fee_accrual")).isEqualTo(accrual);
    assertThat(balanceOf("psp_fee_expense")).isEqualTo(platforms.minus(eur(100)));
  }

  @Test
  void ourOwnBankAccountKeepsNothing() {
    Estimate bank = new Estimate("bank-transfer", 100, 0, "EUR");

    assertThatThrownBy(
            () -> Marketplace.asSystem(() -> fees.change(new GatewayFeeTerms(1, List.of(bank)))))
        .isInstanceOf(InvalidInput.class);
  }

  /** True if the vendors' part paid for the fee, as far as the gateway has told one. */
  private boolean settled(Money kept, long borne) {
    Money left = balanceOf("psp_fee_accrual").minus(accrual);
    Money platforms = balanceOf("psp_fee_expense").minus(expense);
    return kept.isZero()
        ? left.equals(eur(borne)) && platforms.isZero()
        : left.isZero() && platforms.equals(kept.minus(eur(borne)));
  }

  private void share(int basisPoints) {
    Marketplace.asSystem(() -> fees.change(new GatewayFeeTerms(basisPoints, List.of(EXPECTED))));
  }

  private void giveBack(int kept) {
    Marketplace.asSystem(
        () ->
            policy.change(
                Arrays.stream(GiveBackReason.values())
                    .filter(reason -> reason != GiveBackReason.CHARGEBACK)
                    .map(reason -> new GiveBackTerms(reason, 0, 0, kept, false))
                    .toList()));
  }

  /** Says what the gateway kept. */
  private Money buy() {
    order = checkout.pay(Market.basket(bowl, loaf).pay("approved"));
    UUID charge = order.payments().get(0).id();
    return eur(
        Market.count(
            "select coalesce(fee_minor, 0) as n from payment_transaction where id = ?", charge));
  }

  private RefundView potterGivesAll() {
    return potterGives(2400);
  }

  private RefundView potterGives(long minor) {
    RefundRequest wanted = new RefundRequest(List.of(), false, eur(minor), "Broken");
    String number = order.vendorOrders().get(0).number();
    return Marketplace.asSystem(() -> refunding.byVendor(potter, number, wanted));
  }

  private VendorBalance balance(VendorScope vendor) {
    return Marketplace.asSystem(() -> earnings.balances(vendor)).get(0);
  }

  private Money pending(VendorScope vendor) {
    return balance(vendor).pending();
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
