package org.halles.marketplace.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.credit.CannotUseCredit;
import org.halles.marketplace.credit.CreditDesk;
import org.halles.marketplace.credit.CreditsOfCart;
import org.halles.marketplace.credit.Expiry;
import org.halles.marketplace.credit.IssuedCard;
import org.halles.marketplace.credit.NewCard;
import org.halles.marketplace.credit.OwnCredit;
import org.halles.marketplace.identity.AccountErased;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.TooManyAttempts;
import org.halles.marketplace.order.CannotPayAgain;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.refund.Cancelling;
import org.halles.marketplace.refund.CannotRefund;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.refund.TakenBack;
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
import org.halles.spi.PaymentGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Gift cards at the till: a lamp of 10.00 with 4.00 shipping, and bread of 5.00 with 4.00. */
class StoreCreditTest {

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final PayAgain payAgain = Marketplace.get(PayAgain.class);
  private final Refunding refunding = Marketplace.get(Refunding.class);
  private final CreditDesk desk = Marketplace.get(CreditDesk.class);
  private final PlatformClock clock = Marketplace.get(PlatformClock.class);
  private final FakeGateway gateway = OneGateway.fake();
  private final Article lamp = Market.article(1000, 100);
  private final Article bread = Market.article(500, 100);

  @AfterEach
  void theBooksHold() {
    Sweeps.everything();
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void twoCardsAndAGatewayShareWhatIsOutstandingByLargestRemainder() {
    IssuedCard five = Credits.card(500);
    IssuedCard three = Credits.card(300);
    OrderGroupView order =
        checkout.pay(Credits.with(three, withCard(five, lamp, bread), lamp, bread).pay("approved"));

    // 5.00 over 14.00 and 9.00: 3.04 | 1.96; 3.00 over 10.96 and 7.04: 1.83 | 1.17
    assertThat(order.status()).isEqualTo(OrderGroupStatus.PAID);
    assertThat(splits(order))
        .containsExactly("store-credit 304 196", "store-credit 183 117", "fake 913 587");
    assertThat(postings(order, "capture"))
        .containsExactlyInAnyOrder(
            "D psp_clearing 1500",
            "D store_credit 800",
            "C vendor_pending 2120", // 10.00 - 1.00 - 0.20 + 4.00, and 5.00 - 0.50 - 0.10 + 4.00
            "C commission_income 150",
            "C commission_vat_payable 30");
    assertThat(Credits.left(five)).isZero();
    assertThat(Credits.left(three)).isZero();
  }

  @Test
  void moneyOfTheGatewayGoesBackBeforeCredit() {
    IssuedCard five = Credits.card(500);
    IssuedCard three = Credits.card(300);
    OrderGroupView order =
        checkout.pay(Credits.with(three, withCard(five, lamp, bread), lamp, bread).pay("approved"));

    giveBack(order, 1200);
    Sweeps.everything();
    assertThat(returned(order)).containsExactly("fake 1200 SUCCEEDED");
    assertThat(Credits.left(five)).isZero();

    giveBack(order, 600); // 3.00 are left at the gateway
    Sweeps.everything();
    assertThat(returned(order))
        .containsExactly("fake 1200 SUCCEEDED", "fake 300 SUCCEEDED", "store-credit 300 SUCCEEDED");
    assertThat(Credits.left(five)).isEqualTo(300);

    giveBack(order, 500);
    Sweeps.everything();
    assertThat(Credits.left(five)).isEqualTo(500);
    assertThat(Credits.left(three)).isEqualTo(300);
    assertThatThrownBy(() -> giveBack(order, 1)).isInstanceOf(CannotRefund.class);
    assertThat(balanceOf("store_credit", order)).isZero();
    assertThat(balanceOf("refund_in_flight", order)).isZero();
  }

  @Test
  void aRefundThatTheGatewayRefusesGivesNoCreditEither() {
    IssuedCard five = Credits.card(500);
    OrderGroupView order = checkout.pay(withCard(five, lamp).pay("approved"));
    gateway.refuseNextRefund();

    giveBack(order, 1400);
    Sweeps.everything();

    assertThat(returned(order)).containsExactly("fake 900 FAILED", "store-credit 500 FAILED");
    assertThat(Credits.left(five)).isZero();
    giveBack(order, 1400);
    Sweeps.everything();
    assertThat(Credits.left(five)).isEqualTo(500);
  }

  @Test
  void anOrderPaidByCreditAloneAsksNoGateway() {
    IssuedCard fifty = Credits.card(5000);
    int before = gateway.effects();

    OrderGroupView order = checkout.pay(withoutGateway(withCard(fifty, lamp), null));

    assertThat(order.status()).isEqualTo(OrderGroupStatus.PAID);
    assertThat(order.payments()).singleElement().extracting("gateway").isEqualTo("store-credit");
    assertThat(Credits.left(fifty)).isEqualTo(3600);
    assertThat(gateway.effects()).isEqualTo(before);

    Marketplace.asSystem(
        () ->
            Marketplace.get(Cancelling.class)
                .cancel(order.number(), order.vendorOrders().get(0).number(), "Broken"));
    Sweeps.everything();
    assertThat(Credits.left(fifty)).isEqualTo(5000);
    assertThat(Market.stockOf(lamp)).isEqualTo(100);
  }

  @Test
  void whatIsLeftNeedsAGateway() {
    Basket basket = withCard(Credits.card(500), lamp);

    assertThatThrownBy(() -> checkout.pay(withoutGateway(basket, null)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("9.00 EUR is left to be paid");
  }

  @Test
  void howeverManyCartsRaceForOneCardItPaysOnce() throws Exception {
    IssuedCard twenty = Credits.card(2000);
    List<Callable<Object>> buyers =
        IntStream.range(0, 12)
            .mapToObj(n -> withCard(twenty, lamp))
            .map(basket -> withoutGateway(basket, eur(1400)))
            .map(request -> (Callable<Object>) () -> checkout.pay(request))
            .toList();

    List<Object> results = Together.run(buyers);

    assertThat(results).filteredOn(OrderGroupView.class::isInstance).hasSize(1);
    assertThat(results)
        .filteredOn(CannotUseCredit.class::isInstance)
        .hasSize(11)
        .allSatisfy(
            refusal ->
                assertThat(((CannotUseCredit) refusal).facts())
                    .containsEntry("wanted", eur(1400))
                    .containsEntry("left", eur(600)));
    assertThat(Credits.left(twenty)).isEqualTo(600);
    assertThat(Market.stockOf(lamp)).isEqualTo(99);
  }

  @Test
  void aDeclinedPaymentGivesTheCreditBackAndPayingAgainTakesItAgain() {
    IssuedCard five = Credits.card(500);
    PaymentDeclined declined = decline(withCard(five, lamp));
    assertThat(Credits.left(five)).isEqualTo(500);

    OrderGroupView paid = again(declined);

    assertThat(paid.status()).isEqualTo(OrderGroupStatus.PAID);
    assertThat(Credits.left(five)).isZero();
    assertThat(balanceOf("psp_clearing", paid)).isEqualTo(899); // 9.00 less the gateway's fee
  }

  @Test
  void whoseCardWasSpentMeanwhileOrdersAnew() {
    IssuedCard five = Credits.card(500);
    PaymentDeclined declined = decline(withCard(five, lamp));
    checkout.pay(withCard(five, bread).pay("approved"));

    assertThatThrownBy(() -> again(declined)).isInstanceOf(CannotPayAgain.class);
    assertThat(Market.stockOf(lamp)).isEqualTo(100);
  }

  @Test
  void whoseCardSomebodyElseKeptMeanwhileOrdersAnew() {
    IssuedCard five = Credits.card(500);
    PaymentDeclined declined = decline(withCard(five, lamp));
    as(account(), () -> Marketplace.get(OwnCredit.class).keep(five.code(), "elsewhere"));

    assertThatThrownBy(() -> again(declined)).isInstanceOf(CannotPayAgain.class);
    assertThat(Credits.left(five)).isEqualTo(500);
    assertThat(Market.stockOf(lamp)).isEqualTo(100);
  }

  @Test
  void creditThatRanOutWhileAnOrderHeldItIsGoodForAWhileYet() throws Exception {
    IssuedCard five = Credits.card(500);
    checkout.pay(withCard(five, lamp).pay("pending"));
    Instant later = Instant.now().plus(Duration.ofDays(2));
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "update store_credit set expires_at = ? where id = ?",
                    later.minus(Duration.ofDays(1)),
                    five.card().id()));

    clock.at(
        later,
        () ->
            Marketplace.asSystem(
                () -> {
                  Marketplace.get(Unsettled.class).expire(1000);
                  Marketplace.get(Expiry.class).expire(five.card().id());
                  return null;
                }));

    assertThat(Credits.left(five)).isEqualTo(500);
    assertThat(Credits.look(five.card().id()).expiresAt()).isAfter(later.plus(Duration.ofDays(89)));
  }

  @Test
  void ofMoreCreditsThanFitThoseThatFitAreEntered() {
    UUID owner = account();
    Basket basket = Market.basket(lamp);
    for (int n = 0; n < CreditsOfCart.MOST + 2; n++) {
      IssuedCard card = Credits.card(10);
      as(owner, () -> Marketplace.get(OwnCredit.class).keep(card.code(), "here-" + owner));
    }

    for (int press = 0; press < 2; press++) {
      enterOwn(owner, basket);
      assertThat(entered(basket)).isEqualTo(CreditsOfCart.MOST);
    }
    assertThat(as(owner, () -> Marketplace.get(OwnCredit.class).mine()).balances())
        .containsExactly(eur(120));
    assertThatThrownBy(() -> enterOwn(account(), Market.basket(lamp)))
        .isInstanceOf(CannotUseCredit.class);
  }

  @Test
  void whoeverKeepsACardDoesNotSeeWhatOthersBoughtWithIt() {
    IssuedCard fifty = Credits.card(5000);
    checkout.pay(withoutGateway(withCard(fifty, lamp), null));
    UUID keeper = account();
    as(keeper, () -> Marketplace.get(OwnCredit.class).keep(fifty.code(), "keeper"));

    assertThat(as(keeper, () -> Marketplace.get(OwnCredit.class).mine()).movements())
        .filteredOn(move -> move.kind().equals("USED"))
        .singleElement()
        .satisfies(move -> assertThat(move.order()).isNull());
  }

  @Test
  void whoeverIsForgottenGivesUpWhatIsLeftKnowingly() {
    UUID owner = account();
    String email = "u" + owner + "@b.example";
    IssuedCard kept = Credits.issue(new NewCard(eur(300), null, false, email, "fr", "For a test"));
    as(owner, () -> Marketplace.get(OwnCredit.class).keep(kept.code(), "gone-" + owner));
    UUID given = Marketplace.asSystem(() -> desk.give(email, eur(500), "Sorry")).id();

    assertThatThrownBy(() -> erase(new AccountErased(owner, email, false)))
        .hasMessageContaining("8.00 EUR");
    assertThat(Credits.look(given).balance()).isEqualTo(eur(500));
    erase(new AccountErased(owner, email, true));

    assertThat(Credits.look(given).balance()).isEqualTo(eur(0));
    assertThat(Credits.look(kept.card().id()))
        .satisfies(
            card -> assertThat(card.balance()).isEqualTo(eur(300)),
            card -> assertThat(card.owner()).isNull(),
            card -> assertThat(card.recipient()).isNull());
    assertThat(checkout.pay(withCard(kept, lamp).pay("approved")).status())
        .isEqualTo(OrderGroupStatus.PAID);
  }

  private static void erase(AccountErased erased) {
    Marketplace.inTransaction(
        () -> {
          jakarta
              .enterprise
              .inject
              .spi
              .CDI
              .current()
              .getBeanManager()
              .getEvent()
              .select(AccountErased.class)
              .fire(erased);
          return null;
        });
  }

  private static void enterOwn(UUID owner, Basket basket) {
    CreditsOfCart credits = Marketplace.get(CreditsOfCart.class);
    Marketplace.inTransaction(
        () ->
            as(
                owner,
                () -> {
                  credits.enterOwn(basket.cart(), Market.EUR);
                  return null;
                }));
  }

  private static long entered(Basket basket) {
    return Market.count("select count(*) as n from cart_credit where cart_id = ?", basket.cart());
  }

  @Test
  void moneyThatComesTooLateGoesBackIfTheCardWasSpentMeanwhile() throws Exception {
    IssuedCard five = Credits.card(500);
    OrderGroupView waiting = checkout.pay(withCard(five, lamp).pay("pending"));
    String key = waiting.payments().get(0).id().toString();
    clock.at(
        Instant.now().plus(Duration.ofDays(2)),
        () -> Marketplace.asSystem(() -> Marketplace.get(Unsettled.class).expire(1000)));
    assertThat(Credits.left(five)).isEqualTo(500);
    checkout.pay(withCard(five, bread).pay("approved"));

    gateway.approve(key);
    Settled late =
        Marketplace.get(Settlement.class).settle(UUID.fromString(key), gateway.find(key));
    Sweeps.everything();

    assertThat(late.order()).isEqualTo(OrderGroupStatus.EXPIRED);
    assertThat(returned(waiting)).containsExactly("fake 900 SUCCEEDED");
    assertThat(Market.stockOf(lamp)).isEqualTo(100);
  }

  @Test
  void aBankTakesBackNoMoreThanItsGatewayTook() {
    OrderGroupView order = checkout.pay(withCard(Credits.card(500), lamp).pay("approved"));
    Instant now = Instant.now();
    PaymentGateway.Chargeback more =
        new PaymentGateway.Chargeback(
            "cb-" + order.id(),
            order.payments().get(0).id().toString(),
            eur(901),
            eur(0),
            "fraud",
            PaymentGateway.ChargebackState.OPEN,
            now,
            now.plusSeconds(600_000));

    assertThatThrownBy(
            () ->
                Marketplace.inTransaction(
                    () -> Marketplace.get(TakenBack.class).open(order.id(), more, "fraud", now)))
        .isInstanceOf(CannotRefund.class)
        .hasMessageContaining("9.01")
        .hasMessageContaining("9.00");
  }

  @Test
  void whatExpiresIsOwedNoMore() throws Exception {
    IssuedCard gift = Credits.card(700);
    IssuedCard sold =
        Credits.issue(new NewCard(eur(300), null, true, null, "fr", "Sold at the fair"));
    long owed = owed();
    long income = total("breakage_income");
    long given = total("promo_expense");

    clock.at(
        Instant.now().plus(Duration.ofDays(800)),
        () ->
            Marketplace.asSystem(
                () -> {
                  Expiry expiry = Marketplace.get(Expiry.class);
                  List.of(gift, sold).forEach(card -> expiry.expire(card.card().id()));
                  return null;
                }));

    assertThat(owed() - owed).isEqualTo(-1000);
    assertThat(total("breakage_income") - income).isEqualTo(300);
    assertThat(total("promo_expense") - given).isEqualTo(-700);
    assertThat(Credits.left(gift)).isZero();
  }

  @Test
  void aBlockedCardPaysNothing() {
    IssuedCard card = Credits.card(5000);
    Basket basket = withCard(card, lamp);
    Marketplace.asSystem(() -> desk.block(card.card().id(), true));

    assertThatThrownBy(() -> checkout.pay(withoutGateway(basket, eur(1400))))
        .isInstanceOf(CannotUseCredit.class)
        .hasMessageContaining("asked for 14.00 EUR of credit, 0.00 EUR is available");
    assertThatThrownBy(() -> withCard(card, bread))
        .isInstanceOf(CannotUseCredit.class)
        .hasMessageContaining("blocked");
  }

  @Test
  void aCodeThatNoCardHasIsRefusedAndNoneIsStored() {
    IssuedCard card = Credits.card(100);

    assertThatThrownBy(
            () ->
                Credits.with(
                    new IssuedCard(card.card(), "AAAA-BBBB-CCCC-DDDD"), Market.basket(lamp), lamp))
        .isInstanceOf(CannotUseCredit.class)
        .hasMessageContaining("no gift card has this code");
    assertThat(
            Market.count(
                "select count(*) as n from store_credit where to_jsonb(store_credit)::text like ?",
                "%" + card.code().substring(0, 9) + "%"))
        .isZero();
  }

  @Test
  void whoGuessesCodesIsSlowedDownAndWhoMistypesIsNot() {
    OwnCredit own = Marketplace.get(OwnCredit.class);
    String address = "somewhere-" + UUID.randomUUID();
    Callable<Object> guess = () -> own.keep("AAAA-BBBB-CCCC-DDDD", address);
    Callable<Object> slip = () -> own.keep("AAAA-BBBB-CCCC-DDD", address);
    UUID somebody = UUID.randomUUID();

    for (int attempt = 0; attempt < 20; attempt++) {
      assertThatThrownBy(() -> as(somebody, slip)).isInstanceOf(CannotUseCredit.class);
      assertThatThrownBy(() -> as(somebody, guess)).isInstanceOf(CannotUseCredit.class);
    }

    assertThatThrownBy(() -> as(somebody, guess)).isInstanceOf(TooManyAttempts.class);
    assertThatThrownBy(() -> as(somebody, slip)).isInstanceOf(CannotUseCredit.class);
  }

  @Test
  void aCardKeptInAnAccountPaysOnlyForItsOwner() {
    IssuedCard card = Credits.card(5000);
    UUID owner = account();
    as(owner, () -> Marketplace.get(OwnCredit.class).keep(card.code().toLowerCase(), "here"));
    Basket basket = as(owner, () -> withCard(card, lamp));

    assertThatThrownBy(() -> as(account(), () -> withCard(card, bread)))
        .isInstanceOf(CannotUseCredit.class)
        .hasMessageContaining("no gift card has this code");
    assertThatThrownBy(() -> checkout.pay(withoutGateway(basket, eur(1400))))
        .isInstanceOf(CannotUseCredit.class);
    assertThat(as(owner, () -> checkout.pay(withoutGateway(basket, eur(1400)))).status())
        .isEqualTo(OrderGroupStatus.PAID);
    assertThat(as(owner, () -> Marketplace.get(OwnCredit.class).mine()).balances())
        .containsExactly(eur(3600));
  }

  @Test
  void storeCreditGivenToAnAccountAddsUp() {
    UUID owner = account();
    String email = "u" + owner + "@b.example";
    Marketplace.asSystem(() -> desk.give(email, eur(500), "Sorry"));
    Marketplace.asSystem(() -> desk.give(email, eur(250), "Sorry again"));

    OwnCredit.Statement mine = as(owner, () -> Marketplace.get(OwnCredit.class).mine());

    assertThat(mine.balances()).containsExactly(eur(750));
    assertThat(mine.credits()).hasSize(1);
    assertThat(mine.movements()).extracting("reason").containsExactly("Sorry again", "Sorry");
    assertThatThrownBy(() -> Marketplace.asSystem(() -> desk.give("no@b.example", eur(0), "")))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            wrong ->
                assertThat(wrong.violations())
                    .extracting("field")
                    .containsExactlyInAnyOrder("amount", "reason", "email"));
  }

  private static UUID account() {
    UUID id = UUID.randomUUID();
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "insert into account (id, email, name, created_at) values (?, ?, 'U', now())",
                    id,
                    "u" + id + "@b.example"));
    return id;
  }

  private static <T> T as(UUID account, Callable<T> work) {
    return Marketplace.as(new Caller(account, "u@b.example", Set.of(), null), work);
  }

  @Test
  void everythingWrongWithANewCardIsSaidAtOnce() {
    assertThatThrownBy(
            () ->
                Credits.issue(
                    new NewCard(eur(100_001), LocalDate.EPOCH, false, "nobody", "fr", " ")))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            wrong ->
                assertThat(wrong.violations())
                    .extracting("field")
                    .containsExactlyInAnyOrder("amount", "reason", "expiresOn", "recipient"));
  }

  private Basket withCard(IssuedCard card, Article... articles) {
    return Credits.with(card, Market.basket(articles), articles);
  }

  private static CheckoutRequest withoutGateway(Basket basket, Money credit) {
    return new CheckoutRequest(
        basket.cart(),
        null,
        null,
        null,
        Map.of(),
        "/orders/{number}",
        false,
        credit,
        null,
        Optional.empty());
  }

  private PaymentDeclined decline(Basket basket) {
    try {
      checkout.pay(basket.pay("declined"));
    } catch (PaymentDeclined declined) {
      return declined;
    }
    throw new AssertionError("it was not declined");
  }

  private OrderGroupView again(PaymentDeclined declined) {
    Map<String, Object> facts = declined.facts();
    return payAgain.pay(
        new PayAgainRequest(
            facts.get("orderGroup").toString(),
            facts.get("accessKey").toString(),
            "fake",
            "approved",
            Map.of(),
            "/back"));
  }

  private void giveBack(OrderGroupView order, long minor) {
    RefundRequest wanted = new RefundRequest(List.of(), false, eur(minor), "Broken");
    Marketplace.asSystem(() -> refunding.byOperator(order.number(), null, wanted));
  }

  private static List<String> splits(OrderGroupView order) {
    return words(
        "select p.gateway || ' ' || string_agg(s.amount_minor::text, ' ' order by s.position)"
            + " as words from payment p join payment_split s on s.payment_id = p.id"
            + " where p.order_group_id = ? group by p.id, p.gateway order by p.gateway desc, p.id",
        order);
  }

  private static List<String> returned(OrderGroupView order) {
    return words(
        "select gateway || ' ' || amount_minor || ' ' || status as words from payment_transaction"
            + " where order_group_id = ? and kind = 'REFUND' order by id",
        order);
  }

  private static List<String> postings(OrderGroupView order, String template) {
    return words(
        "select p.side || ' ' || split_part(a.address, ':', 1) || ' ' || sum(p.amount_minor)"
            + " as words from posting p join ledger_account a on a.id = p.account_id"
            + " join journal_entry e on e.id = p.entry_id where p.order_group_id = ?"
            + " and e.template = '"
            + template
            + "' group by p.side, split_part(a.address, ':', 1)",
        order);
  }

  private static List<String> words(String sql, OrderGroupView order) {
    return Marketplace.inTransaction(
        () -> Market.database().list(sql, row -> row.text("words"), order.id()));
  }

  private static final String BALANCE =
      "select coalesce(sum(case when p.side = a.normal_side then p.amount_minor"
          + " else -p.amount_minor end), 0) as n from posting p join ledger_account a"
          + " on a.id = p.account_id where split_part(a.address, ':', 1) = ?";

  private static long balanceOf(String account, OrderGroupView order) {
    return Market.count(BALANCE + " and p.order_group_id = ?", account, order.id());
  }

  private static long total(String account) {
    return Market.count(BALANCE, account);
  }

  private static long owed() {
    return total("store_credit");
  }

  private static Money eur(long cents) {
    return Money.of(cents, "EUR");
  }
}
