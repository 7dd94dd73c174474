package org.halles.marketplace.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.halles.marketplace.catalog.SampleStockPlaces;
import org.halles.marketplace.catalog.StockPlace;
import org.halles.marketplace.catalog.StockPlaceInUse;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.QuoteChanged;
import org.halles.marketplace.order.TakenFrom;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.RoundTrips;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A potter has bowls in the workshop and more of them in a store. */
class StockPlacesTest {

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final SampleStockPlaces places = new SampleStockPlaces();

  private final Article bowl = Market.article(2000, 3);
  private final VendorScope potter = VendorScopes.of(bowl.vendor(), "potter");
  private final StockPlace workshop = places.add(potter, "Atelier");
  private final StockPlace store = places.add(potter, "Réserve");

  @AfterEach
  void countsAreTheSumsOfTheirPlaces() {
    assertThat(places.outOfStep()).isEmpty();
  }

  @Test
  void theFirstPlaceTakesOverWhatThereIsAndASecondOneIsEmpty() {
    assertThat(places.units(potter))
        .containsExactly(Map.entry("atelier", 3L), Map.entry("reserve", 0L));
    assertThat(Market.stockOf(bowl)).isEqualTo(3);

    places.lay(potter, bowl.sku(), store, 4);

    assertThat(Market.stockOf(bowl)).isEqualTo(7);
  }

  @Test
  void anOrderTakesFromTheFirstPlaceFirstAndSaysSo() {
    places.lay(potter, bowl.sku(), store, 4);

    OrderGroupView order = checkout.pay(Market.basket(bowl.times(5)).pay("approved"));

    assertThat(places.units(potter))
        .containsExactly(Map.entry("atelier", 0L), Map.entry("reserve", 2L));
    assertThat(Market.stockOf(bowl)).isEqualTo(2);
    assertThat(origins(order)).containsExactly("Atelier 3", "Réserve 2");
  }

  @Test
  void whatIsCancelledGoesBackToTheLastPlaceItWasTakenFrom() {
    places.lay(potter, bowl.sku(), store, 4);
    OrderGroupView order = checkout.pay(Market.basket(bowl.times(5)).pay("approved"));

    giveBack(order, 3);

    assertThat(places.units(potter))
        .containsExactly(Map.entry("atelier", 1L), Map.entry("reserve", 4L));
    assertThat(Market.stockOf(bowl)).isEqualTo(5);
    assertThat(origins(order)).containsExactly("Atelier 2");
  }

  @Test
  void aDeclinedPaymentPutsEveryUnitBackWhereItLay() {
    places.lay(potter, bowl.sku(), store, 1);

    assertThatThrownBy(() -> checkout.pay(Market.basket(bowl.times(4)).pay("declined")))
        .isInstanceOf(PaymentDeclined.class);

    assertThat(places.units(potter))
        .containsExactly(Map.entry("atelier", 3L), Map.entry("reserve", 1L));
    assertThat(Market.stockOf(bowl)).isEqualTo(4);
  }

  @Test
  void whatLiesInAPlaceThatIsOffIsNotForSaleUntilItIsOnAgain() {
    places.lay(potter, bowl.sku(), store, 4);
    places.change(potter, workshop, null, false);

    assertThat(Market.stockOf(bowl)).isEqualTo(4);
    OrderGroupView order = checkout.pay(Market.basket(bowl).pay("approved"));
    assertThat(origins(order)).containsExactly("Réserve 1");
    assertThatThrownBy(() -> places.change(potter, store, null, false))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            invalid -> assertThat(invalid.violations().get(0).field()).isEqualTo("active"));

    places.change(potter, workshop, null, true);
    assertThat(Market.stockOf(bowl)).isEqualTo(6);
  }

  @Test
  void aPlaceThatWasNeverNeededCanGoAndTheCountsStay() {
    places.lay(potter, bowl.sku(), store, 4);
    assertThatThrownBy(() -> places.remove(potter, store)).isInstanceOf(StockPlaceInUse.class);
    places.lay(potter, bowl.sku(), store, 0);

    places.remove(potter, store);
    places.remove(potter, workshop);

    assertThat(places.units(potter)).isEmpty();
    assertThat(Market.stockOf(bowl)).isEqualTo(3);
    checkout.pay(Market.basket(bowl).pay("approved"));
    assertThat(Market.stockOf(bowl)).isEqualTo(2);
  }

  @Test
  void aPlaceThatOrdersWereTakenFromStays() {
    checkout.pay(Market.basket(bowl.times(3)).pay("approved"));

    assertThatThrownBy(() -> places.remove(potter, workshop)).isInstanceOf(StockPlaceInUse.class);
  }

  @Test
  void whatComesBackToAPlaceThatIsOffIsNotForSale() {
    OrderGroupView order = checkout.pay(Market.basket(bowl.times(2)).pay("approved"));
    places.lay(potter, bowl.sku(), store, 4);
    places.change(potter, workshop, null, false);

    giveBack(order, 2);

    assertThat(places.units(potter))
        .containsExactly(Map.entry("atelier", 3L), Map.entry("reserve", 4L));
    assertThat(Market.stockOf(bowl)).isEqualTo(4);
  }

  @Test
  void thePlaceThatIsFirstNowIsTakenFromFirst() {
    places.lay(potter, bowl.sku(), store, 4);
    places.change(potter, store, 1, true);

    OrderGroupView order = checkout.pay(Market.basket(bowl.times(5)).pay("approved"));

    assertThat(origins(order)).containsExactly("Réserve 4", "Atelier 1");
  }

  @Test
  void manyBuyersOfTheLastUnitsOfTwoPlacesGetEachOfThemOnce() throws Exception {
    places.lay(potter, bowl.sku(), store, 2);
    List<Callable<Object>> buyers =
        IntStream.range(0, 20)
            .mapToObj(buyer -> Market.basket(bowl))
            .map(basket -> (Callable<Object>) () -> checkout.pay(basket.pay("approved")))
            .toList();

    List<Object> results = Together.run(buyers);

    assertThat(results).filteredOn(OrderGroupView.class::isInstance).hasSize(5);
    assertThat(results).filteredOn(QuoteChanged.class::isInstance).hasSize(15);
    assertThat(places.units(potter))
        .containsExactly(Map.entry("atelier", 0L), Map.entry("reserve", 0L));
    assertThat(Market.stockOf(bowl)).isZero();
  }

  @Test
  void whatWasOrderedBeforeThereWerePlacesComesBackToTheFirst() {
    Article cup = Market.article(1000, 5);
    VendorScope other = VendorScopes.of(cup.vendor(), "other");
    OrderGroupView order = checkout.pay(Market.basket(cup.times(2)).pay("approved"));
    places.add(other, "Nord");
    places.add(other, "Sud");

    Marketplace.asSystem(
        () ->
            Marketplace.get(Refunding.class)
                .byVendor(other, order.vendorOrders().get(0).number(), lines(order, 2)));

    assertThat(places.units(other)).containsExactly(Map.entry("nord", 5L), Map.entry("sud", 0L));
    assertThat(Market.stockOf(cup)).isEqualTo(5);
  }

  @Test
  void aVendorWithOnePlaceReadsNothingOfIt() {
    Article cup = Market.article(1000, 5);
    VendorScope other = VendorScopes.of(cup.vendor(), "other");
    places.add(other, "Atelier");

    OrderGroupView order = checkout.pay(Market.basket(cup).pay("approved"));

    assertThat(
            Marketplace.asSystem(
                    () ->
                        Marketplace.get(Fulfilment.class)
                            .get(other, order.vendorOrders().get(0).number()))
                .origins())
        .isEmpty();
  }

  @Test
  void whoCountedBeforeSomebodyBoughtLooksAgain() {
    places.lay(potter, bowl.sku(), store, 4);
    checkout.pay(Market.basket(bowl).pay("approved"));

    assertThatThrownBy(() -> places.lay(potter, bowl.sku(), workshop, 9, 3))
        .isInstanceOf(InvalidInput.class);
    assertThat(Market.stockOf(bowl)).isEqualTo(6);
  }

  /** The count waits for the place that is being added, and then lies there. */
  @Test
  void aCountThatIsSetWhileTheFirstPlaceIsAddedLiesThere() throws Exception {
    Article cup = Market.article(1000, 3);
    VendorScope other = VendorScopes.of(cup.vendor(), "other");

    Together.run(List.of(() -> places.add(other, "Atelier"), () -> places.set(cup.offer(), 10)));

    assertThat(Market.stockOf(cup)).isEqualTo(10);
    assertThat(places.units(other)).containsExactly(Map.entry("atelier", 10L));
  }

  /** Whoever comes first: what is counted while a place is switched off lies in one that is on. */
  @Test
  void countsOrdersAndSwitchesAtTheSameTimeStayInStep() throws Exception {
    places.lay(potter, bowl.sku(), store, 4);
    Article cup = Market.another(bowl, 1000, 0);
    Article jug = Market.another(bowl, 1000, 5);
    List<Callable<Object>> works = new ArrayList<>();
    for (int round = 1; round <= 4; round++) {
      int units = round;
      Market.Basket basket = Market.basket(bowl);
      works.add(() -> places.set(cup.offer(), units));
      works.add(() -> places.set(jug.offer(), 10 * units));
      works.add(() -> places.change(potter, workshop, null, units % 2 == 0));
      works.add(() -> places.add(potter, "Halle " + units));
      works.add(() -> checkout.pay(basket.pay("approved")));
    }

    assertThat(Together.run(works))
        .allMatch(result -> !(result instanceof Exception) || result instanceof QuoteChanged);
    places.change(potter, workshop, null, true);
    assertThat(places.outOfStep()).isEmpty();
  }

  /** The switch waits for the import, and then finds what it counted. */
  @Test
  void whatAnImportCountsWhileItsPlaceIsSwitchedOffIsNotForSale() throws Exception {
    Article cup = Market.another(bowl, 1000, 0);
    places.set(bowl.offer(), 3);
    places.uncount(cup.offer());
    CountDownLatch counted = new CountDownLatch(1);

    List<Object> results =
        Together.run(
            List.of(
                () ->
                    places.set(
                        cup.offer(),
                        5,
                        () -> {
                          counted.countDown();
                          places.awaitWhoWaits();
                        }),
                () -> {
                  counted.await();
                  return places.change(potter, workshop, null, false);
                }));

    assertThat(results).noneMatch(Exception.class::isInstance);
    assertThat(Market.stockOf(cup)).isZero();
    assertThat(places.units(potter)).containsEntry("atelier", 8L);
  }

  @Test
  void placesCostTheCheckoutNoRoundTrip() {
    Article plain = Market.article(1000, 12);
    int without = leastTrips(() -> plain);

    int with =
        leastTrips(
            () -> {
              places.lay(potter, bowl.sku(), workshop, 3);
              places.lay(potter, bowl.sku(), store, 4);
              return bowl;
            });

    assertThat(with).isEqualTo(without);
  }

  /** Of three purchases of four units: the first reads policies that the next ones remember. */
  private int leastTrips(Supplier<Article> filled) {
    return IntStream.range(0, 3).map(attempt -> trips(filled.get())).min().orElseThrow();
  }

  private int trips(Article article) {
    Market.Basket basket = Market.basket(article.times(4));
    return RoundTrips.of(() -> checkout.pay(basket.pay("approved")));
  }

  private void giveBack(OrderGroupView order, int units) {
    Marketplace.asSystem(
        () ->
            Marketplace.get(Refunding.class)
                .byVendor(potter, order.vendorOrders().get(0).number(), lines(order, units)));
  }

  private static RefundRequest lines(OrderGroupView order, int units) {
    return new RefundRequest(
        List.of(new RefundRequest.Part(order.vendorOrders().get(0).lines().get(0).id(), units)),
        false,
        null,
        "Not there");
  }

  private List<String> origins(OrderGroupView order) {
    List<TakenFrom> origins =
        Marketplace.asSystem(
                () ->
                    Marketplace.get(Fulfilment.class)
                        .get(potter, order.vendorOrders().get(0).number()))
            .origins();
    return origins.stream().map(one -> one.place() + " " + one.quantity()).toList();
  }
}
