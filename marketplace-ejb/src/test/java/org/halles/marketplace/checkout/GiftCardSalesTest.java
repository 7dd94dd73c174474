package org.halles.marketplace.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.credit.CreditsOfCart;
import org.halles.marketplace.credit.GiftCardPolicy;
import org.halles.marketplace.credit.GiftCardTerms;
import org.halles.marketplace.credit.GiftPost;
import org.halles.marketplace.credit.GiftWish;
import org.halles.marketplace.credit.SoldCardView;
import org.halles.marketplace.dispute.Chargebacks;
import org.halles.marketplace.order.CannotPayAgain;
import org.halles.marketplace.order.CartAlreadyOrdered;
import org.halles.marketplace.order.GiftPurchase;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.refund.CannotRefund;
import org.halles.marketplace.refund.CannotWithdraw;
import org.halles.marketplace.refund.GiftCardPurchases;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.PlatformClock;
import org.halles.marketplace.testing.Credits;
import org.halles.marketplace.testing.FakeGateway;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Market.Basket;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.spi.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Gift cards of 50.00 that somebody buys; the gateway keeps 0.01 of each payment. */
class GiftCardSalesTest {

  private final GiftCheckout checkout = Marketplace.get(GiftCheckout.class);
  private final GiftCardPolicy policy = Marketplace.get(GiftCardPolicy.class);
  private final GiftCardPurchases purchases = Marketplace.get(GiftCardPurchases.class);
  private final Chargebacks chargebacks = Marketplace.get(Chargebacks.class);
  private final PlatformClock clock = Marketplace.get(PlatformClock.class);
  private final FakeGateway gateway = OneGateway.fake();
  private final Article lamp = Market.article(1000, 100);

  @BeforeEach
  void offered() {
    offer(true);
  }

  @AfterEach
  void theBooksHold() {
    Sweeps.everything();
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void whatABuyerPaysForACardIsOwedToWhoeverHasIt() {
    OrderGroupView paid = buy("approved");

    assertThat(paid.status()).isEqualTo(OrderGroupStatus.PAID);
    assertThat(postings(paid))
        .containsExactly(
            "capture C store_credit 5000",
            "capture D psp_clearing 5000",
            "gateway-fee C psp_clearing 1",
            "gateway-fee D psp_fee_expense 1");
    assertThat(left(paid)).isEqualTo(5000);
    assertThat(cardOf(paid).sentAt()).isNotNull();
    assertThat(letters(paid)).isEqualTo(1);
  }

  @Test
  void theCardPaysAPurchaseAndTheWholeBookStaysRight() {
    OrderGroupView bought = buy("approved");
    OrderGroupView lampBought = spend(bought);

    assertThat(lampBought.status()).isEqualTo(OrderGroupStatus.PAID);
    assertThat(left(bought)).isEqualTo(3600); // 10.00 and 4.00 of shipping
  }

  @Test
  void aDeclinedPaymentMakesNoCardAndAnotherAttemptDoes() {
    GiftPurchase wanted = wish(5000, null);
    PaymentDeclined declined = decline(wanted);
    assertThat(sold(declined)).isZero();

    OrderGroupView paid = again(declined);

    assertThat(paid.status()).isEqualTo(OrderGroupStatus.PAID);
    assertThat(left(paid)).isEqualTo(5000);
    assertThatThrownBy(() -> again(declined)).isInstanceOf(CannotPayAgain.class);
  }

  @Test
  void anAnswerThatWasLostIsFoundByTheSweeperAndMakesOneCard() {
    int before = gateway.effects();
    OrderGroupView waiting = buy("lost-answer");
    assertThat(waiting.status()).isEqualTo(OrderGroupStatus.AWAITING_PAYMENT);

    Sweeps.everything(Instant.now().plus(Duration.ofMinutes(5)));

    assertThat(statusOf(waiting)).isEqualTo("PAID");
    assertThat(left(waiting)).isEqualTo(5000);
    assertThat(gateway.effects()).isEqualTo(before + 1);
    assertThat(letters(waiting)).isEqualTo(1);
  }

  @Test
  void aRequestThatNeverArrivedExpiresWithoutACard() {
    OrderGroupView waiting = buy("lost-request");

    Sweeps.everything(Instant.now().plus(Duration.ofDays(3)));

    assertThat(statusOf(waiting)).isIn("EXPIRED", "PAYMENT_FAILED");
    assertThat(sold(waiting)).isZero();
  }

  @Test
  void returnAndMessageThatRaceMakeOneCard() throws Exception {
    OrderGroupView waiting = buy("action");
    UUID key = waiting.payments().get(0).id();
    gateway.approve(key.toString());
    Settlement settlement = Marketplace.get(Settlement.class);
    List<Callable<Object>> news =
        IntStream.range(0, 8)
            .mapToObj(
                n -> (Callable<Object>) () -> settlement.settle(key, gateway.find(key.toString())))
            .toList();

    Together.run(news);

    assertThat(statusOf(waiting)).isEqualTo("PAID");
    assertThat(left(waiting)).isEqualTo(5000);
    assertThat(letters(waiting)).isEqualTo(1);
  }

  @Test
  void moneyThatComesAfterTheOrderExpiredStillMakesTheCard() {
    OrderGroupView waiting = buy("pending");
    String key = waiting.payments().get(0).id().toString();
    expireAll();
    assertThat(statusOf(waiting)).isEqualTo("EXPIRED");

    gateway.approve(key);
    Marketplace.get(Settlement.class).settle(UUID.fromString(key), gateway.find(key));

    assertThat(statusOf(waiting)).isEqualTo("PAID");
    assertThat(left(waiting)).isEqualTo(5000);
  }

  @Test
  void howeverOftenOnePurchaseIsSentItIsChargedOnce() throws Exception {
    GiftPurchase wanted = wish(5000, null);
    int before = gateway.effects();
    List<Callable<Object>> clicks =
        IntStream.range(0, 8)
            .mapToObj(n -> (Callable<Object>) () -> pay(wanted, "approved"))
            .toList();

    List<Object> results = Together.run(clicks);

    assertThat(results).filteredOn(OrderGroupView.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(CartAlreadyOrdered.class::isInstance).hasSize(7);
    assertThat(gateway.effects()).isEqualTo(before + 1);
  }

  @Test
  void theIdOfACartBuysNoGiftCard() {
    Basket basket = Market.basket(lamp);
    GiftPurchase wanted =
        new GiftPurchase(basket.cart(), wish(5000, null).wish(), "b@b.example", "B", "FR", "fr");

    assertThatThrownBy(() -> pay(wanted, "approved"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("choose a new one");
  }

  @Test
  void everythingWrongIsSaidAtOnceWithTheAmountsThatAreSold() {
    GiftWish wish = new GiftWish(eur(50_001), "nobody", "S", "G", LocalDate.of(2020, 1, 1), "fr");

    assertThatThrownBy(
            () -> pay(new GiftPurchase(UUID.randomUUID(), wish, "x", " ", "XX", "fr"), "approved"))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            wrong ->
                assertThat(wrong.violations())
                    .extracting("field")
                    .containsExactlyInAnyOrder(
                        "amount", "recipient", "deliverOn", "name", "email", "country"))
        .hasMessageContaining("from 10.00 EUR to 500.00 EUR");
    offer(false);
    assertThatThrownBy(() -> buy("approved")).isInstanceOf(GiftCheckout.NotOffered.class);
  }

  @Test
  void cashPaysForNoGiftCard() {
    assertThat(checkout.gateways(eur(5000), "FR")).contains("fake").doesNotContain("cash");
  }

  @Test
  void aLetterWithADayOfItsOwnGoesOutThenAndOnce() throws Exception {
    LocalDate day = LocalDate.now().plusDays(9);
    OrderGroupView paid = pay(wish(5000, day), "approved");
    assertThat(cardOf(paid).sentAt()).isNull();
    assertThat(letters(paid)).isZero();

    Instant then = Instant.now().plus(Duration.ofDays(10));
    GiftPost post = Marketplace.get(GiftPost.class);
    clock.at(then, () -> Marketplace.asSystem(() -> post.sendDue(100)));
    clock.at(then, () -> Marketplace.asSystem(() -> post.sendDue(100)));

    assertThat(letters(paid)).isEqualTo(1);
    assertThat(cardOf(paid).sentAt()).isNotNull();
  }

  @Test
  void whoeverWithdrawsHasTheMoneyBackAndTheCardIsWorthNothing() throws Exception {
    OrderGroupView paid = pay(wish(5000, LocalDate.now().plusDays(9)), "approved");

    purchases.withdraw(paid.number(), paid.accessKey());
    Sweeps.everything();

    assertThat(postings(paid))
        .containsExactly(
            "capture C store_credit 5000",
            "capture D psp_clearing 5000",
            "gateway-fee C psp_clearing 1",
            "gateway-fee D psp_fee_expense 1",
            "refund C refund_in_flight 5000",
            "refund D store_credit 5000",
            "refund-paid C psp_clearing 5000",
            "refund-paid D refund_in_flight 5000");
    assertThat(left(paid)).isZero();
    assertThatThrownBy(() -> purchases.withdraw(paid.number(), paid.accessKey()))
        .isInstanceOf(CannotWithdraw.class);
    clock.at(
        Instant.now().plus(Duration.ofDays(10)),
        () -> Marketplace.asSystem(() -> Marketplace.get(GiftPost.class).sendDue(100)));
    assertThat(letters(paid)).isZero();
  }

  @Test
  void aWithdrawalThatTheGatewayRefusesGivesTheCardBack() {
    OrderGroupView paid = buy("approved");
    gateway.refuseNextRefund();

    purchases.withdraw(paid.number(), paid.accessKey());
    Sweeps.everything();

    assertThat(left(paid)).isEqualTo(5000);
    purchases.withdraw(paid.number(), paid.accessKey());
    Sweeps.everything();
    assertThat(left(paid)).isZero();
  }

  @Test
  void aCardThatWasUsedOrIsTooOldIsNotTakenBack() throws Exception {
    OrderGroupView used = buy("approved");
    spend(used);
    assertThatThrownBy(() -> purchases.withdraw(used.number(), used.accessKey()))
        .isInstanceOf(CannotWithdraw.class);
    OrderGroupView old = buy("approved");

    assertThatThrownBy(
            () ->
                clock.at(
                    Instant.now().plus(Duration.ofDays(15)),
                    () -> purchases.withdraw(old.number(), old.accessKey())))
        .isInstanceOf(CannotWithdraw.class);
    assertThat(left(old)).isEqualTo(5000);
  }

  @Test
  void theOperatorGivesBackWhatIsLeftAndSaysHowMuchThatIs() {
    OrderGroupView used = buy("approved");
    spend(used);

    assertThatThrownBy(() -> giveBack(used, 5000))
        .isInstanceOf(CannotRefund.class)
        .hasMessageContaining("50.00 EUR")
        .hasMessageContaining("36.00 EUR");
    giveBack(used, 3600);
    Sweeps.everything();
    assertThat(left(used)).isZero();
  }

  @Test
  void whoeverSpendsAndWhoeverWithdrawsNeverBothSucceed() throws Exception {
    for (int round = 0; round < 5; round++) {
      OrderGroupView paid = buy("approved");
      Basket basket = with(paid, Market.basket(lamp));

      List<Object> results =
          Together.run(
              List.of(
                  () -> purchases.withdraw(paid.number(), paid.accessKey()),
                  () -> Marketplace.get(Checkout.class).pay(byCard(basket))));

      assertThat(results).filteredOn(RuntimeException.class::isInstance).hasSize(1);
      assertThat(left(paid)).isIn(0L, 3600L);
    }
  }

  @Test
  void aCardWhoseMoneyTheBankTookBackPaysNothingUntilThatIsDecided() {
    OrderGroupView paid = buy("approved");
    String reference = takeBack(paid, 5000);
    assertThatThrownBy(() -> spend(paid)).hasMessageContaining("blocked");

    decide(reference, true);

    assertThat(spend(paid).status()).isEqualTo(OrderGroupStatus.PAID);
  }

  @Test
  void whatWasSpentOfACardThatTheBankTookBackNobodyPaysAnyMore() {
    OrderGroupView paid = buy("approved");
    spend(paid);
    String reference = takeBack(paid, 5000);

    decide(reference, false);

    assertThat(postings(paid))
        .contains(
            "chargeback-lost C dispute_held 5000",
            "chargeback-lost D bad_debt 1400",
            "chargeback-lost D store_credit 3600");
    assertThat(left(paid)).isZero();
  }

  /** 14.00 were spent and 36.00 are on the card again; nothing is lost. */
  @Test
  void whatTheBankGivesBackAfterAllIsOnTheCardAgain() {
    OrderGroupView paid = buy("approved");
    spend(paid);
    String reference = takeBack(paid, 5000);
    decide(reference, false);
    assertThat(left(paid)).isZero();

    decide(reference, true);

    assertThat(postings(paid)).contains("reversal C bad_debt 1400", "reversal C store_credit 3600");
    assertThat(left(paid)).isEqualTo(3600);
    assertThat(spend(paid).status()).isEqualTo(OrderGroupStatus.PAID);
  }

  private void offer(boolean offered) {
    Marketplace.asSystem(
        () ->
            policy.change(
                new GiftCardTerms(
                    offered, 24, List.of(new GiftCardTerms.Bounds(eur(1000), eur(50_000))))));
  }

  private OrderGroupView buy(String token) {
    return pay(wish(5000, null), token);
  }

  private OrderGroupView pay(GiftPurchase purchase, String token) {
    return checkout.pay(
        new GiftCheckoutRequest(
            purchase, "fake", token, Map.of(), "/orders/{number}", Optional.empty()));
  }

  private static GiftPurchase wish(long minor, LocalDate day) {
    return new GiftPurchase(
        UUID.randomUUID(),
        new GiftWish(eur(minor), "ana@b.example", "Luc", "Bonne fête !", day, "fr"),
        "luc@b.example",
        "Luc Petit",
        "FR",
        "fr");
  }

  private PaymentDeclined decline(GiftPurchase purchase) {
    try {
      pay(purchase, "declined");
    } catch (PaymentDeclined declined) {
      return declined;
    }
    throw new AssertionError("it was not declined");
  }

  private OrderGroupView again(PaymentDeclined declined) {
    Map<String, Object> facts = declined.facts();
    return Marketplace.get(PayAgain.class)
        .pay(
            new PayAgainRequest(
                facts.get("orderGroup").toString(),
                facts.get("accessKey").toString(),
                "fake",
                "approved",
                Map.of(),
                "/back"));
  }

  private OrderGroupView spend(OrderGroupView bought) {
    return Marketplace.get(Checkout.class).pay(byCard(with(bought, Market.basket(lamp))));
  }

  private static CheckoutRequest byCard(Basket basket) {
    return new CheckoutRequest(
        basket.cart(),
        null,
        null,
        null,
        Map.of(),
        "/orders/{number}",
        false,
        eur(1400),
        null,
        Optional.empty());
  }

  /** The basket with the card of a purchase entered by its code. */
  private Basket with(OrderGroupView bought, Basket basket) {
    String code = code(bought);
    Marketplace.inTransaction(
        () -> {
          Market.database()
              .update(
                  "update cart set pays_with_credit = true, version = version + 1 where id = ?",
                  basket.cart());
          Marketplace.get(CreditsOfCart.class).enter(basket.cart(), Market.EUR, code);
          return null;
        });
    return Market.again(basket, lamp);
  }

  /** As the letter tells it. */
  private static String code(OrderGroupView bought) {
    String sealed =
        Marketplace.inTransaction(
            () ->
                Market.database()
                    .list(
                        LETTERS.formatted("payload ->> 'sealedCode' as sealed"),
                        row -> row.text("sealed"),
                        bought.id())
                    .get(0));
    return Credits.opened(sealed);
  }

  private static final String LETTERS =
      "select %s from outbox o join gift_card_sale s"
          + " on o.payload ->> 'creditId' = s.credit_id::text"
          + " where o.topic = 'GiftCardIssued' and s.order_group_id = ?";

  private static long letters(OrderGroupView order) {
    return Market.count(LETTERS.formatted("count(*) as n"), order.id());
  }

  private String takeBack(OrderGroupView order, long minor) {
    String reference = gateway.chargeBack(order.payments().get(0).id().toString(), eur(minor));
    hear(reference);
    return reference;
  }

  private void decide(String reference, boolean won) {
    gateway.decideChargeback(reference, won);
    hear(reference);
  }

  private void hear(String reference) {
    Marketplace.asSystem(
        () -> {
          chargebacks.tell("fake", gateway.chargeback(reference).orElseThrow());
          return null;
        });
  }

  private static void giveBack(OrderGroupView order, long minor) {
    RefundRequest wanted = new RefundRequest(List.of(), false, eur(minor), "Kind");
    Marketplace.asSystem(
        () -> Marketplace.get(Refunding.class).byOperator(order.number(), null, wanted));
  }

  private void expireAll() {
    try {
      clock.at(
          Instant.now().plus(Duration.ofDays(2)),
          () -> Marketplace.asSystem(() -> Marketplace.get(Unsettled.class).expire(1000)));
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private SoldCardView cardOf(OrderGroupView order) {
    return purchases.of(order.number(), order.accessKey()).orElseThrow();
  }

  private static long left(OrderGroupView order) {
    return Market.count(
        "select c.balance_minor as n from gift_card_sale s join store_credit c"
            + " on c.id = s.credit_id where s.order_group_id = ?",
        order.id());
  }

  private static long sold(OrderGroupView order) {
    return Market.count(
        "select count(credit_id) as n from gift_card_sale where order_group_id = ?", order.id());
  }

  private static long sold(PaymentDeclined declined) {
    return Market.count(
        "select count(credit_id) as n from gift_card_sale s join order_group g"
            + " on g.id = s.order_group_id where g.number = ?",
        declined.facts().get("orderGroup"));
  }

  private static String statusOf(OrderGroupView order) {
    return Marketplace.inTransaction(
        () ->
            Market.database()
                .find(
                    "select status from order_group where id = ?",
                    row -> row.text("status"),
                    order.id())
                .orElseThrow());
  }

  private static List<String> postings(OrderGroupView order) {
    return Marketplace.inTransaction(
        () ->
            Market.database()
                .list(
                    "select * from (select e.template || ' ' || p.side || ' ' || split_part(a.address, ':', 1)"
                        + " || ' ' || p.amount_minor as words from posting p"
                        + " join ledger_account a on a.id = p.account_id"
                        + " join journal_entry e on e.id = p.entry_id"
                        + " where p.order_group_id = ?) as one order by words collate \"C\"",
                    row -> row.text("words"),
                    order.id()));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private static Money eur(long cents) {
    return Money.of(cents, "EUR");
  }
}
