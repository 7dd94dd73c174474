package org.halles.marketplace.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.QuoteChanged;
import org.halles.marketplace.promotion.Campaigns;
import org.halles.marketplace.promotion.LineDiscount;
import org.halles.marketplace.promotion.PromotionInput;
import org.halles.marketplace.promotion.PromotionView;
import org.halles.marketplace.promotion.Redemptions;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.RoundTrips;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Market.Basket;
import org.halles.marketplace.testing.Marketplace;
import org.halles.spi.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Coupons of the operator at the till: 2.00 off a lamp of 10.00, half of it the platform's. */
class CouponsTest {

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final Campaigns campaigns = Marketplace.get(Campaigns.class);
  private final Refunding refunding = Marketplace.get(Refunding.class);
  private final Redemptions redemptions = Marketplace.get(Redemptions.class);
  private final Article lamp = Market.article(1000, 100);

  @AfterEach
  void theBooksHold() {
    Sweeps.everything();
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void theLimitIsNeverExceededHoweverManyBuyersRace() throws Exception {
    PromotionView coupon = coupon(5, null);
    List<Basket> baskets =
        IntStream.range(0, 24).mapToObj(n -> basket(coupon, "buyer" + n + "@b.example")).toList();

    List<Object> results = together(baskets);

    assertThat(results).filteredOn(OrderGroupView.class::isInstance).hasSize(5);
    assertThat(results)
        .filteredOn(QuoteChanged.class::isInstance)
        .hasSize(19)
        .allSatisfy(refusal -> assertThat(reasonOf(refusal)).isEqualTo("exhausted"));
    assertThat(read(coupon).uses()).isEqualTo(5);
    assertThat(read(coupon).given()).containsExactly(eur(1000));
  }

  @Test
  void oneBuyerInManyTabsUsesItAsOftenAsItAllows() throws Exception {
    PromotionView coupon = coupon(null, 2);
    List<Basket> baskets =
        IntStream.range(0, 8)
            .mapToObj(n -> basket(coupon, n % 2 == 0 ? "ana@b.example" : " Ana@B.example"))
            .toList();

    List<Object> results = together(baskets);

    assertThat(results).filteredOn(OrderGroupView.class::isInstance).hasSize(2);
    assertThat(results)
        .filteredOn(QuoteChanged.class::isInstance)
        .hasSize(6)
        .allSatisfy(refusal -> assertThat(reasonOf(refusal)).isEqualTo("used"));
  }

  @Test
  void aDeclinedPaymentGivesTheUseBack() {
    PromotionView coupon = coupon(1, 1);

    assertThatThrownBy(() -> checkout.pay(basket(coupon, "ana@b.example").pay("declined")))
        .isInstanceOf(PaymentDeclined.class);

    assertThat(read(coupon).uses()).isZero();
    checkout.pay(basket(coupon, "ana@b.example").pay("approved"));
    assertThat(read(coupon).uses()).isEqualTo(1);
  }

  @Test
  void whatThePlatformGivesIsItsExpenseUntilTheBuyerGetsEverythingBack() {
    // paid 10.00 - 2.00 + 4.00 shipping = 12.00; given 1.00; the vendor bears 1.00 of its 8.80
    PromotionView coupon = coupon(null, null);
    OrderGroupView order = checkout.pay(basket(coupon, "ana@b.example").pay("approved"));

    assertThat(order.totals().total()).isEqualTo(eur(1200));
    assertThat(postings(order))
        .containsExactlyInAnyOrder(
            "D psp_clearing 1200",
            "D promo_expense 100",
            "C vendor_pending 1180", // 10.00 - 1.00 commission - 0.20 VAT - 1.00 + 4.00
            "C commission_income 100",
            "C commission_vat_payable 20");

    Marketplace.asSystem(
        () ->
            refunding.byOperator(
                order.number(), null, new RefundRequest(List.of(), false, eur(1200), "Broken")));

    assertThat(
            Market.count(
                "select coalesce(sum(case p.side when 'D' then p.amount_minor else -p.amount_minor"
                    + " end), 0) as n from posting p join ledger_account a on a.id = p.account_id"
                    + " join journal_entry e on e.id = p.entry_id where a.address = 'promo_expense'"
                    + " and p.order_group_id = ?",
                order.id()))
        .isZero();
  }

  @Test
  void whoChangedOrEndedItMeanwhileIsTold() {
    PromotionView coupon = coupon(null, null);
    Basket waiting = basket(coupon, "ana@b.example");
    Marketplace.asSystem(() -> campaigns.end(coupon.id()));

    assertThatThrownBy(() -> checkout.pay(waiting.pay("approved")))
        .isInstanceOfSatisfying(
            QuoteChanged.class, changed -> assertThat(reasonOf(changed)).isEqualTo("ended"));
    assertThat(Market.stockOf(lamp)).isEqualTo(100);
  }

  @Test
  void aDeadOrderThatIsPaidAfterAllWaitsForTheSameBuyerAtTheTill() throws Exception {
    PromotionView coupon = coupon(null, 1);
    List<LineDiscount> discounts = List.of(discount(coupon));
    UUID dead = checkout.pay(Market.basket(lamp).pay("approved")).id();
    UUID fresh = checkout.pay(Market.basket(lamp).pay("approved")).id();
    Marketplace.inTransaction(() -> redemptions.take(discounts, dead, "ana@b.example", now()));
    Marketplace.inTransaction(
        () -> {
          redemptions.release(dead, now());
          return null;
        });
    ExecutorService late = Executors.newSingleThreadExecutor();
    try {
      Future<Boolean> revived =
          Marketplace.inTransaction(
              () -> {
                assertThat(redemptions.take(discounts, fresh, "ana@b.example", now())).isEmpty();
                Future<Boolean> waiting =
                    late.submit(() -> Marketplace.inTransaction(() -> redemptions.takeAgain(dead)));
                untilSomebodyWaitsForThis();
                return waiting;
              });

      assertThat(revived.get()).isFalse();
    } finally {
      late.shutdownNow();
    }
    assertThat(
            Market.count(
                "select used as n from promotion_buyer where promotion_id = ?", coupon.id()))
        .isEqualTo(1);
  }

  private static void untilSomebodyWaitsForThis() {
    Instant tooLate = Instant.now().plusSeconds(60);
    while (Market.count(
            "select count(*) as n from pg_locks"
                + " where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))")
        == 0) {
      assertThat(Instant.now()).isBefore(tooLate);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  @Test
  void whenItsLastDayIsOverACodeCanBeUsedForAnother() {
    PromotionView over = coupon(null, null);
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "update promotion set starts_at = now() - interval '2 days',"
                        + " ends_at = now() - interval '1 day' where id = ?",
                    over.id()));

    PromotionView another = coupon(over.code(), null, null, List.of(), "all");

    assertThat(another.status()).isEqualTo("ACTIVE");
    assertThat(read(over).status()).isEqualTo("ENDED");
    assertThatThrownBy(() -> coupon(over.code(), null, null, List.of(), "all"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("code is in use already");
  }

  @Test
  void ofManyWhoMakeOneCodeAtOnceOneDoes() throws Exception {
    String code = newCode();

    List<Object> results =
        Together.run(
            IntStream.range(0, 6)
                .mapToObj(n -> (Callable<Object>) () -> coupon(code, null, null, List.of(), "all"))
                .toList());

    assertThat(results).filteredOn(PromotionView.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(InvalidInput.class::isInstance).hasSize(5);
  }

  @Test
  void aTargetThatIsNothingIsNamed() {
    assertThatThrownBy(
            () -> coupon(newCode(), null, null, Collections.singletonList(null), "category"))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            wrong -> assertThat(wrong.violations()).extracting("field").contains("targets"));
  }

  @Test
  void aCouponCostsATripOrTwoMore() {
    checkout.pay(Market.basket(lamp).pay("approved"));
    Basket without = Market.basket(lamp);
    Basket with = basket(coupon(10, 10), "ana@b.example");

    int plain = RoundTrips.of(() -> checkout.pay(without.pay("approved")));
    int couponed = RoundTrips.of(() -> checkout.pay(with.pay("approved")));

    assertThat(couponed).isLessThanOrEqualTo(Math.min(25, plain + 2));
  }

  private Basket basket(PromotionView coupon, String email) {
    return Market.discounted(Market.basket(lamp), email, discount(coupon));
  }

  private static LineDiscount discount(PromotionView coupon) {
    return new LineDiscount(
        coupon.id(), coupon.version(), coupon.code(), coupon.title(), eur(200), eur(100));
  }

  private static String newCode() {
    return "T" + UUID.randomUUID().toString().substring(0, 12).toUpperCase();
  }

  private PromotionView coupon(Integer total, Integer perBuyer) {
    return coupon(newCode(), total, perBuyer, List.of(), "all");
  }

  private PromotionView coupon(
      String code, Integer total, Integer perBuyer, List<String> targets, String target) {
    return Marketplace.asSystem(
        () ->
            campaigns.create(
                new PromotionInput(
                    code,
                    Texts.of("Deux euros", "Two euros"),
                    null,
                    eur(200),
                    eur(500),
                    5000,
                    target,
                    targets,
                    true,
                    total,
                    perBuyer,
                    Instant.now().minusSeconds(60),
                    null)));
  }

  private PromotionView read(PromotionView coupon) {
    return Marketplace.asSystem(() -> campaigns.get(coupon.id()));
  }

  private static Object reasonOf(Object refusal) {
    QuoteChanged.Change change = ((QuoteChanged) refusal).changes().get(0);
    assertThat(change.field()).isEqualTo("promotion");
    return change.now();
  }

  /** Without the vendor's and the gateway's names. */
  private static List<String> postings(OrderGroupView order) {
    return Marketplace.inTransaction(
        () ->
            Market.database()
                .list(
                    "select p.side || ' ' || split_part(a.address, ':', 1) || ' '"
                        + " || sum(p.amount_minor) as words from posting p"
                        + " join ledger_account a on a.id = p.account_id"
                        + " join journal_entry e on e.id = p.entry_id"
                        + " where p.order_group_id = ? and e.template = 'capture'"
                        + " group by p.side, split_part(a.address, ':', 1)",
                    row -> row.text("words"),
                    order.id()));
  }

  private List<Object> together(List<Basket> baskets) throws Exception {
    ExecutorService buyers = Executors.newFixedThreadPool(baskets.size());
    try {
      CyclicBarrier start = new CyclicBarrier(baskets.size());
      List<Future<Object>> running = new ArrayList<>();
      for (Basket basket : baskets) {
        Callable<Object> buyer =
            () -> {
              start.await();
              try {
                return checkout.pay(basket.pay("approved"));
              } catch (RuntimeException refused) {
                return refused;
              }
            };
        running.add(buyers.submit(buyer));
      }
      List<Object> results = new ArrayList<>();
      for (Future<Object> one : running) {
        results.add(one.get());
      }
      return results;
    } finally {
      buyers.shutdownNow();
    }
  }

  private static Instant now() {
    return Instant.now();
  }

  private static Money eur(long cents) {
    return Money.of(cents, "EUR");
  }
}
