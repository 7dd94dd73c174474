package org.halles.marketplace.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.checkout.GatewayMessages;
import org.halles.marketplace.checkout.GiftCheckout;
import org.halles.marketplace.checkout.GiftCheckoutRequest;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.checkout.Together;
import org.halles.marketplace.credit.CannotUseCredit;
import org.halles.marketplace.credit.GiftCardPolicy;
import org.halles.marketplace.credit.GiftCardTerms;
import org.halles.marketplace.credit.GiftPost;
import org.halles.marketplace.credit.GiftWish;
import org.halles.marketplace.credit.SoldCardView;
import org.halles.marketplace.order.CannotChange;
import org.halles.marketplace.order.GiftPurchase;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.refund.GiftCardPurchases;
import org.halles.marketplace.refund.RefundView;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.refund.TakenBack;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.PlatformClock;
import org.halles.marketplace.testing.Credits;
import org.halles.marketplace.testing.FakeGateway;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway.Chargeback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gift card of 50.00 whose purchase a check wants a person to look at: it is paid, and waits. */
class GiftCardsHeldTest {

  private final HeldOrders held = Marketplace.get(HeldOrders.class);
  private final GiftCardPurchases purchases = Marketplace.get(GiftCardPurchases.class);
  private final Refunding refunding = Marketplace.get(Refunding.class);
  private final PlatformClock clock = Marketplace.get(PlatformClock.class);
  private final TakenBack bank = Marketplace.get(TakenBack.class);
  private final FakeGateway gateway = OneGateway.fake();
  private OrderGroupView order;
  private String reference;

  @BeforeEach
  void buyHeld() {
    Sweeps.everything();
    GiftCardTerms.Bounds bounds = new GiftCardTerms.Bounds(eur(1_000), eur(50_000));
    Marketplace.asSystem(
        () ->
            Marketplace.get(GiftCardPolicy.class)
                .change(new GiftCardTerms(true, 24, List.of(bounds))));
    GiftWish wish = new GiftWish(eur(5_000), "ana@b.example", "Luc", null, null, "fr");
    order =
        Marketplace.get(GiftCheckout.class)
            .pay(
                new GiftCheckoutRequest(
                    new GiftPurchase(UUID.randomUUID(), wish, "l@b.example", "Luc", "FR", "fr"),
                    "fake",
                    "lost-answer",
                    Map.of(),
                    "/orders/{number}",
                    Optional.empty()));
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "insert into order_screening (order_group_id, score, state, findings)"
                        + " values (?, 80, 'HELD', '[]')",
                    order.id()));
    Sweeps.everything(Instant.now().plusSeconds(3));
  }

  @AfterEach
  void theBooksHold() {
    Sweeps.everything(Instant.now().plusSeconds(60)); // what was decided a moment later, too
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void nobodyGetsItsCodeBeforeAPersonDecides() {
    assertThat(card().held()).isTrue();
    assertThat(card().unused()).isTrue();
    assertThat(Marketplace.asSystem(() -> Marketplace.get(GiftPost.class).sendDue(100))).isZero();
    assertThat(letters()).isEmpty();
    assertThat(blocked()).isTrue();
    assertThat(listed()).contains(order.number());
  }

  @Test
  void itIsMailedAndGoodWhenItIsLetGo() {
    ScreeningView after = release();

    assertThat(after.state()).isEqualTo(ScreeningState.RELEASED);
    assertThat(card().held()).isFalse();
    assertThat(card().sentAt()).isNotNull();
    assertThat(letters()).hasSize(1);
    assertThat(blocked()).isFalse();
    assertThat(listed()).doesNotContain(order.number());
    assertThatThrownBy(this::release).isInstanceOf(CannotChange.class);
    assertThatThrownBy(this::end).isInstanceOf(CannotChange.class);
  }

  @Test
  void whoeverIsRefusedGetsTheMoneyBackAndTheCardIsWorthNothing() {
    ScreeningView after = end();
    Sweeps.everything();

    assertThat(after.state()).isEqualTo(ScreeningState.CANCELLED);
    List<RefundView> back =
        Marketplace.asSystem(() -> refunding.ofPurchaseForOperator(order.number()));
    assertThat(back).extracting(RefundView::cause).containsExactly("REVIEW");
    assertThat(back).extracting(RefundView::amount).containsExactly(eur(5_000));
    assertThat(left()).isZero();
    assertThat(letters()).isEmpty();
    assertThatThrownBy(this::release).isInstanceOf(CannotChange.class);
  }

  @Test
  void ofTwoOperatorsWhoDecideAtOnceOneDecides() throws Exception {
    List<Object> ends = Together.run(List.of(this::release, this::end, this::release));

    assertThat(ends).filteredOn(ScreeningView.class::isInstance).hasSize(1);
    boolean released =
        Marketplace.asSystem(() -> held.find(order.number())).orElseThrow().state()
            == ScreeningState.RELEASED;
    assertThat(left()).isEqualTo(released ? 5_000 : 0);
    assertThat(letters()).hasSize(released ? 1 : 0);
  }

  @Test
  void itsBuyerMayWithdrawMeanwhileAndNothingWaitsAnyMore() {
    purchases.withdraw(order.number(), order.accessKey());
    Sweeps.everything();

    assertThat(left()).isZero();
    assertThat(listed()).doesNotContain(order.number());
    assertThatThrownBy(this::release).isInstanceOf(CannotChange.class);
  }

  @Test
  void ofMoneyThatABankTookInPartTheRefusalNamesThePartAndTheRestGoesBack() {
    takeBack(2_000);

    assertThatThrownBy(this::release)
        .isInstanceOfSatisfying(
            CannotChange.class, no -> assertThat(no.code()).isEqualTo("charged-back"))
        .hasMessageContaining("took 20.00 EUR of the 50.00 EUR");

    end();
    Sweeps.everything();
    List<RefundView> back =
        Marketplace.asSystem(() -> refunding.ofPurchaseForOperator(order.number()));
    assertThat(back).filteredOn(one -> one.cause().equals("REVIEW")).hasSize(1);
    assertThat(back)
        .filteredOn(one -> one.cause().equals("REVIEW"))
        .extracting(RefundView::amount)
        .containsExactly(eur(3_000));
    assertThat(left()).isEqualTo(2_000); // until the bank has decided
    assertThat(blocked()).isTrue();
  }

  /** 30.00 went back when it was ended; the 20.00 that the bank gives back are the buyer's, too. */
  @Test
  void whatABankGivesBackOfAnEndedPurchaseGoesOnToItsBuyer() {
    bankTakes(2_000);
    end();
    Sweeps.everything();
    assertThat(screening().waitsForBank()).isTrue();
    gateway.decideChargeback(reference, true);

    news();
    Sweeps.everything(Instant.now().plusSeconds(60));

    assertThat(left()).isZero();
    assertThat(blocked()).isTrue();
    assertThat(screening().waitsForBank()).isFalse();
    assertThat(reviewed()).containsExactlyInAnyOrder(eur(3_000), eur(2_000));
    news();
    assertThat(reviewed()).hasSize(2);
  }

  /** Of the 20.00 the bank keeps 5.00: 15.00 go on to the buyer, who has the 5.00 already. */
  @Test
  void ofAnEndedPurchaseTheBuyerGetsWhatTheBankDoesNotKeep() {
    bankTakes(2_000);
    end();
    Sweeps.everything();
    gateway.decideChargeback(reference, eur(500));

    news();
    Sweeps.everything(Instant.now().plusSeconds(60));

    assertThat(left()).isZero();
    assertThat(reviewed()).containsExactlyInAnyOrder(eur(3_000), eur(1_500));
  }

  @Test
  void whatABankKeepsOfAnEndedPurchaseGoesBackNoSecondTime() {
    bankTakes(2_000);
    end();
    Sweeps.everything();
    gateway.decideChargeback(reference, false);

    news();

    assertThat(left()).isZero();
    assertThat(reviewed()).containsExactly(eur(3_000));
  }

  private void bankTakes(long minor) {
    reference = gateway.chargeBack(order.payments().get(0).id().toString(), eur(minor));
    news();
  }

  private void news() {
    byte[] news =
        ("evt-" + UUID.randomUUID() + " " + reference + " chargeback.news")
            .getBytes(StandardCharsets.UTF_8);
    later(
        () -> {
          Marketplace.get(GatewayMessages.class)
              .receive("fake", news, Map.of("signature", "right"));
          return null;
        });
  }

  private ScreeningView screening() {
    return Marketplace.asSystem(() -> held.find(order.number())).orElseThrow();
  }

  private List<Money> reviewed() {
    return Marketplace.asSystem(() -> refunding.ofPurchaseForOperator(order.number())).stream()
        .filter(one -> one.cause().equals("REVIEW"))
        .map(RefundView::amount)
        .toList();
  }

  @Test
  void ofMoneyThatABankTookWholeNothingIsLeftToGiveBack() {
    UUID taken = takeBack(5_000);

    assertThat(end().state()).isEqualTo(ScreeningState.CANCELLED);
    lose(taken);

    assertThat(left()).isZero();
    assertThat(listed()).doesNotContain(order.number());
    assertThat(Marketplace.asSystem(() -> refunding.ofPurchaseForOperator(order.number())))
        .extracting(RefundView::cause)
        .containsExactly("CHARGEBACK");
  }

  @Test
  void whatABankGaveBackStopsNothingAnyMore() {
    UUID taken = takeBack(2_000);
    gateway.decideChargeback(reference, true);
    Marketplace.inTransaction(
        () -> {
          bank.won(taken, true, Instant.now());
          return null;
        });

    assertThat(release().state()).isEqualTo(ScreeningState.RELEASED);
    assertThat(left()).isEqualTo(5_000);
  }

  @Test
  void itsCodePaysNothingWhileItWaits() {
    Market.Article lamp = Market.article(1000, 5);
    String code = Credits.opened(sealedCode());

    assertThatThrownBy(() -> Credits.with(code, Market.basket(lamp), lamp))
        .isInstanceOf(CannotUseCredit.class);
    release();
    assertThat(Credits.with(code, Market.basket(lamp), lamp)).isNotNull();
  }

  private UUID takeBack(long minor) {
    String charge = order.payments().get(0).id().toString();
    reference = gateway.chargeBack(charge, eur(minor));
    Chargeback seen = gateway.chargeback(reference).orElseThrow();
    return Marketplace.inTransaction(() -> bank.open(order.id(), seen, "fraud", Instant.now()));
  }

  private void lose(UUID taken) {
    gateway.decideChargeback(reference, false);
    Marketplace.inTransaction(
        () -> {
          bank.lost(taken, "fake", Instant.now());
          return null;
        });
  }

  private ScreeningView release() {
    return later(() -> held.release(order.number()));
  }

  private ScreeningView end() {
    return later(() -> held.cancel(order.number(), "Stolen card"));
  }

  /** After it was paid, which the sweeper did in advance. */
  private ScreeningView later(Callable<ScreeningView> work) {
    try {
      return clock.at(Instant.now().plusSeconds(10), () -> Marketplace.asSystem(work));
    } catch (RuntimeException refused) {
      throw refused;
    } catch (Exception never) {
      throw new IllegalStateException(never);
    }
  }

  private List<String> listed() {
    Page<ScreeningView> waiting = Marketplace.asSystem(() -> held.waiting(Paging.of(100, null)));
    return waiting.items().stream().map(ScreeningView::order).toList();
  }

  private SoldCardView card() {
    return purchases.of(order.number(), order.accessKey()).orElseThrow();
  }

  private List<String> letters() {
    return read(
        "select o.topic as found from outbox o join gift_card_sale s"
            + " on o.payload ->> 'creditId' = s.credit_id::text"
            + " where o.topic = 'GiftCardIssued' and s.order_group_id = ?");
  }

  private String sealedCode() {
    return read("select sealed_code as found from gift_card_sale where order_group_id = ?").get(0);
  }

  private boolean blocked() {
    return "true"
        .equals(
            read("select c.blocked::text as found from store_credit c join gift_card_sale s"
                    + " on s.credit_id = c.id where s.order_group_id = ?")
                .get(0));
  }

  private long left() {
    return Market.count(
        "select c.balance_minor as n from store_credit c join gift_card_sale s"
            + " on s.credit_id = c.id where s.order_group_id = ?",
        order.id());
  }

  private List<String> read(String sql) {
    return Marketplace.inTransaction(
        () -> Market.database().list(sql, row -> row.text("found"), order.id()));
  }

  private static Money eur(long minor) {
    return Money.of(minor, Market.EUR);
  }
}
