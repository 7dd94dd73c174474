package org.halles.marketplace.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.order.Earnings;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.ShipRequest;
import org.halles.marketplace.order.VendorBalance;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.halles.spi.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A bowl costs 20.00 and its shipping 4.00; the market takes 10 % of the bowl and 20 % VAT on that:
 * the potter earns 20.00 - 2.00 - 0.40 + 4.00 = 21.60.
 */
class HoldsTest {

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final Fulfilment fulfilment = Marketplace.get(Fulfilment.class);
  private final Refunding refunding = Marketplace.get(Refunding.class);
  private final Earnings earnings = Marketplace.get(Earnings.class);
  private final HoldPolicy policy = Marketplace.get(HoldPolicy.class);
  private final Maturity maturity = Marketplace.get(Maturity.class);
  private final ReleaseWorker worker = Marketplace.get(ReleaseWorker.class);

  private final Article bowl = Market.article(2000, 30);
  private final VendorScope potter = VendorScopes.of(bowl.vendor(), "potter");
  private OrderGroupView order = buy();

  @AfterEach
  void theBooksHold() {
    Sweeps.everything();
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void whatArrivedWaitsForItsDayAndTheVendorSeesWhichDay() {
    terms(14, 60, 0, 0);
    deliver();
    worker.round();

    assertThat(balance().pending()).isEqualTo(eur(2160));
    assertThat(balance().available()).isEqualTo(eur(0));
    assertThat(ripening())
        .containsExactly(
            new Ripening(
                number(),
                "PENDING",
                eur(2160),
                today().plusDays(14),
                startOf(today().plusDays(14))));
    assertThat(lineIsAvailable()).isFalse();

    theDayComes();
    worker.round();
    worker.round();

    assertThat(balance().pending()).isEqualTo(eur(0));
    assertThat(balance().available()).isEqualTo(eur(2160));
    assertThat(ripening()).isEmpty();
    assertThat(lineIsAvailable()).isTrue();
  }

  @Test
  void whatNobodySaysArrivedIsReleasedOnItsLastDay() {
    terms(14, 30, 0, 0);
    ship();

    assertThat(ripening()).extracting(Ripening::kind).containsExactly("UNCONFIRMED");
    assertThat(ripening()).extracting(Ripening::on).containsExactly(today().plusDays(30));
    theDayComes();
    worker.round();

    assertThat(balance().available()).isEqualTo(eur(2160));
  }

  /** 10 % of 21.60 is 2.16: 19.44 are available and 2.16 are kept back. */
  @Test
  void aReserveIsKeptBackAndGivenOnItsOwnDay() {
    terms(0, 60, 1000, 90);
    deliver();

    assertThat(balance().available()).isEqualTo(eur(1944));
    assertThat(balance().reserve()).isEqualTo(eur(216));
    assertThat(ripening())
        .containsExactly(
            new Ripening(
                number(),
                "RESERVE",
                eur(216),
                today().plusDays(90),
                startOf(today().plusDays(90))));

    theReservesDayComes();
    worker.round();
    worker.round();

    assertThat(balance().available()).isEqualTo(eur(2160));
    assertThat(balance().reserve()).isEqualTo(eur(0));
  }

  /**
   * Of 24.00 that were paid 20.00 go back: of 21.60 the potter gives 18.00; 12.5 % of 3.60 is 0.45.
   */
  @Test
  void aRefundBeforeTheDayComesFromWhatWaitsAndTheReserveIsOfTheRest() {
    terms(14, 60, 1250, 90);
    deliver();
    refund(2000);

    assertThat(balance().pending()).isEqualTo(eur(360));
    theDayComes();
    worker.round();

    assertThat(balance().reserve()).isEqualTo(eur(45));
    assertThat(balance().available()).isEqualTo(eur(315));
  }

  /**
   * 19.44 available and 2.16 in reserve; the 19.44 are paid out, then everything goes back: the
   * potter gives the reserve and owes the rest, and there is nothing left to give on its day.
   */
  @Test
  void aReserveThatARefundTookIsNotGivenAgain() {
    terms(0, 60, 1000, 90);
    deliver();
    Market.payOut(potter.vendorId(), eur(1944));
    refund(2400);

    assertThat(balance().reserve()).isEqualTo(eur(0));
    assertThat(balance().debt()).isEqualTo(eur(1944));
    assertThat(ripening()).isEmpty();
    theReservesDayComes();
    worker.round();

    assertThat(balance().available()).isEqualTo(eur(0));
    assertThat(balance().debt()).isEqualTo(eur(1944));
  }

  /** A debt of 19.44 is paid from the next 21.60 the moment they are released: 2.16 stay. */
  @Test
  void aDebtIsPaidFirstFromWhatIsReleased() {
    terms(0, 60, 0, 0);
    deliver();
    Market.payOut(potter.vendorId(), eur(2160));
    refund(2400);
    assertThat(balance().debt()).isEqualTo(eur(2160));

    terms(14, 60, 0, 0);
    order = buy();
    deliver();
    assertThat(balance().debt()).as("what waits pays no debt yet").isEqualTo(eur(2160));
    theDayComes();
    worker.round();

    assertThat(balance().debt()).isEqualTo(eur(0));
    assertThat(balance().available()).isEqualTo(eur(0));
  }

  @Test
  void aRefundTheGatewayRefusesWaitsAgainWithTheRest() {
    terms(14, 60, 0, 0);
    deliver();
    OneGateway.fake().refuseNextRefund();
    refund(2400);
    Sweeps.everything();

    assertThat(balance().pending()).isEqualTo(eur(2160));
    assertThat(balance().available()).isEqualTo(eur(0));
  }

  @Test
  void manyWorkersReleaseAnOrderOnce() throws Exception {
    terms(14, 60, 1000, 90);
    deliver();
    theDayComes();
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<Boolean>> rounds =
          threads.invokeAll(Collections.nCopies(6, () -> worker.round()));
      for (Future<Boolean> round : rounds) {
        round.get();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(balance().available()).isEqualTo(eur(1944));
    assertThat(balance().reserve()).isEqualTo(eur(216));
  }

  @Test
  void termsOutOfBoundsAreRefusedAllAtOnceAndNothingChanges() {
    assertThatThrownBy(() -> terms(91, 0, 5001, 366))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refusal ->
                assertThat(refusal.violations())
                    .extracting(Violation::field)
                    .containsExactly("days", "longestDays", "reserveBasisPoints", "reserveDays"));
    assertThatThrownBy(() -> terms(0, null, 100, 0)).hasMessageContaining("reserveDays");
    assertThat(Marketplace.asSystem(policy::usual)).isEqualTo(new HoldTerms(0, 60, 0, 0));
  }

  @Test
  void aVendorWithoutTermsOfItsOwnHasTheUsualOnes() {
    terms(7, null, 0, 0);
    assertThat(Marketplace.asSystem(() -> policy.of(potter.vendorId())).days()).isEqualTo(7);

    Marketplace.asSystem(() -> policy.forget(potter.vendorId()));

    assertThat(Marketplace.asSystem(() -> policy.of(potter.vendorId())).days()).isZero();
  }

  private OrderGroupView buy() {
    return checkout.pay(Market.basket(bowl).pay("approved"));
  }

  private void terms(int days, Integer longest, int reserve, int reserveDays) {
    HoldTerms terms = new HoldTerms(days, longest, reserve, reserveDays);
    Marketplace.asSystem(() -> policy.change(potter.vendorId(), terms));
  }

  private UUID ship() {
    ShipRequest parcel = new ShipRequest(List.of(), "Colissimo", "6A1");
    return Marketplace.asSystem(() -> fulfilment.ship(potter, number(), parcel)).id();
  }

  private void deliver() {
    UUID parcel = ship();
    Marketplace.asSystem(() -> fulfilment.delivered(potter, number(), parcel));
  }

  private void refund(long minor) {
    RefundRequest request = new RefundRequest(List.of(), false, eur(minor), "Chipped");
    Marketplace.asSystem(() -> refunding.byVendor(potter, number(), request));
  }

  private void theDayComes() {
    turn("update money_hold set release_at = now() where vendor_id = ?");
  }

  private void theReservesDayComes() {
    turn("update money_reserve set release_at = now() where vendor_id = ?");
  }

  private void turn(String sql) {
    Marketplace.inTransaction(() -> Market.database().update(sql, potter.vendorId()));
  }

  private List<Ripening> ripening() {
    return Marketplace.asSystem(() -> maturity.of(potter, Paging.first())).items();
  }

  private boolean lineIsAvailable() {
    return Marketplace.asSystem(() -> earnings.lines(potter, Paging.first()))
        .items()
        .get(0)
        .available();
  }

  private VendorBalance balance() {
    return Marketplace.asSystem(() -> earnings.balances(potter)).get(0);
  }

  private String number() {
    return order.vendorOrders().get(0).number();
  }

  private static LocalDate today() {
    return BusinessCalendar.dayOf(Instant.now());
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(BusinessCalendar.zone()).toInstant();
  }

  private static Money eur(long minor) {
    return Money.of(minor, Market.EUR);
  }
}
