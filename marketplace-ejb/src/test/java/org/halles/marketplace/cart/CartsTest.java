package org.halles.marketplace.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.halles.marketplace.testing.BuyersSide.carts;
import static org.halles.marketplace.testing.BuyersSide.onSale;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.halles.marketplace.pricing.LineQuote;
import org.halles.marketplace.pricing.NoLongerOnSale;
import org.halles.marketplace.pricing.NotReady;
import org.halles.marketplace.pricing.PricedCart;
import org.halles.marketplace.pricing.Pricing;
import org.halles.marketplace.pricing.Wish;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.RoundTrips;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.testing.BuyersSide;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.halles.spi.CurrencyCode;
import org.junit.jupiter.api.Test;

class CartsTest {

  private static final DeliveryInput PARIS =
      new DeliveryInput(
          "ana@example.org",
          "Ana",
          new DeliveryInput.Address("1 rue Haute", null, "75001", "Paris", null, "fr"));

  private final Market.Article bread = onSale(500, 10);
  private final UUID cart = carts().create(CurrencyCode.of("EUR"), "fr").id();

  @Test
  void theSameOfferAddsUpOnOneLine() {
    carts().add(cart, bread.offer(), 2);
    PricedCart priced = carts().add(cart, bread.offer(), 3);

    assertThat(priced.vendors()).singleElement().satisfies(v -> assertThat(v.lines()).hasSize(1));
    assertThat(priced.units()).isEqualTo(5);
    assertThat(priced.totals().items().minor()).isEqualTo(2_500);
    assertThat(carts().units(cart)).isEqualTo(5);
  }

  @Test
  void theCheapestWayToShipIsChosenUntilTheBuyerChooses() {
    PricedCart priced = carts().add(cart, bread.offer(), 1);
    assertThat(priced.totals().shipping().minor()).isEqualTo(290);

    String fast = priced.vendors().get(0).options().get(1).id();
    PricedCart chosen = carts().chooseShipping(cart, bread.vendor(), fast);

    assertThat(chosen.totals().shipping().minor()).isEqualTo(490);
    assertThat(carts().get(cart).totals()).isEqualTo(chosen.totals());
    assertThatThrownBy(() -> carts().chooseShipping(cart, bread.vendor(), "by pigeon"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(fast);
  }

  @Test
  void linesCanBeChangedAndTakenOut() {
    UUID line = lineOf(carts().add(cart, bread.offer(), 1)).cartLineId();

    assertThat(lineOf(carts().setQuantity(cart, line, 7)).quantity()).isEqualTo(7);
    assertThat(carts().remove(cart, line).isEmpty()).isTrue();
    assertThatThrownBy(() -> carts().remove(cart, line)).isInstanceOf(NotFound.class);
  }

  @Test
  void aServiceIsWishedForADayThatComesAndGoodsAreNot() {
    UUID line = lineOf(carts().add(cart, bread.offer(), 1)).cartLineId();
    LocalDate soon = LocalDate.now(BusinessCalendar.zone()).plusDays(5);

    assertThatThrownBy(() -> carts().wish(cart, line, new Wish(soon, null)))
        .isInstanceOf(NotFound.class);
    BuyersSide.change("update listing set kind = 'SERVICE' where id = ?", bread.listing());

    assertThat(carts().wish(cart, line, new Wish(soon, "Ring twice")).wishes().get(line))
        .isEqualTo(new Wish(soon, "Ring twice"));
    assertThat(carts().wish(cart, line, new Wish(null, " ")).wishes()).isEmpty();
    assertThatThrownBy(
            () -> carts().wish(cart, line, new Wish(soon.minusDays(9), "x".repeat(1_001))))
        .isInstanceOfSatisfying(
            InvalidInput.class, wrong -> assertThat(wrong.violations()).hasSize(2));
  }

  @Test
  void quantitiesHaveBoundsAlsoWhenTheyAddUp() {
    carts().add(cart, bread.offer(), 9_999);

    for (int quantity : new int[] {0, -1, 10_000}) {
      assertThatThrownBy(() -> carts().add(cart, bread.offer(), quantity))
          .isInstanceOf(InvalidInput.class);
    }
    assertThatThrownBy(() -> carts().add(cart, bread.offer(), 1))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("10000");
  }

  @Test
  void onAVendorsHolidayItsLinesAreNotSoldAndTheBuyerReadsWhenTheyAreAgain() {
    carts().add(cart, bread.offer(), 1);
    LocalDate today = LocalDate.now(BusinessCalendar.zone());

    closeFrom(today, today.plusDays(3));

    PricedCart closed = carts().get(cart);
    assertThat(closed.isEmpty()).isTrue();
    assertThat(closed.notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.code()).isEqualTo("closed");
              assertThat(notice.reopens()).isEqualTo(today.plusDays(4));
            });
    assertThatThrownBy(() -> carts().add(cart, bread.offer(), 1))
        .isInstanceOf(CannotAdd.class)
        .hasMessageContaining(today.plusDays(4).toString());

    closeFrom(today.minusDays(9), today.minusDays(1));
    assertThat(carts().get(cart).units()).isEqualTo(1);
    closeFrom(today, null);
    assertThat(carts().get(cart).notices().get(0).reopens()).isNull();
  }

  private void closeFrom(LocalDate from, LocalDate to) {
    Marketplace.inTransaction(
        () ->
            BuyersSide.get(Database.class)
                .update(
                    "update vendor set closed_from = ?, closed_to = ? where id = ?",
                    from,
                    to,
                    bread.vendor()));
  }

  @Test
  void anOfferInAnotherCurrencyIsRefusedAndBothAreNamed() {
    UUID dollars = carts().create(CurrencyCode.of("USD"), "en").id();

    assertThatThrownBy(() -> carts().add(dollars, bread.offer(), 1))
        .isInstanceOf(CannotAdd.class)
        .hasMessageContaining("EUR")
        .hasMessageContaining("USD");
  }

  @Test
  void whatIsNotOnSaleCannotBeAdded() {
    Market.Article gone = onSale(900, 1);
    BuyersSide.change("update listing set status = 'SUSPENDED' where id = ?", gone.listing());

    assertThatThrownBy(() -> carts().add(cart, gone.offer(), 1)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> carts().add(cart, UUID.randomUUID(), 1)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> carts().add(UUID.randomUUID(), bread.offer(), 1))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void theBuyerIsToldWhatChangedSince() {
    carts().add(cart, bread.offer(), 20);
    BuyersSide.change("update offer set price_minor = 600 where id = ?", bread.offer());

    PricedCart priced = carts().get(cart);

    assertThat(priced.notices())
        .extracting(PricedCart.Notice::code)
        .containsExactlyInAnyOrder("stock", "price");
    UUID line = lineOf(priced).cartLineId();
    assertThat(carts().setQuantity(cart, line, 10).notices()).isEmpty();
  }

  @Test
  void aSuspendedListingLeavesTheTotalAndStopsTheQuote() {
    carts().add(cart, bread.offer(), 1);
    carts().deliver(cart, PARIS);
    BuyersSide.change("update listing set status = 'SUSPENDED' where id = ?", bread.listing());

    PricedCart priced = carts().get(cart);

    assertThat(priced.isEmpty()).isTrue();
    assertThat(priced.notices()).extracting(PricedCart.Notice::code).containsExactly("unavailable");
    assertThatThrownBy(() -> BuyersSide.get(Pricing.class).quote(cart))
        .isInstanceOf(NoLongerOnSale.class);
  }

  @Test
  void everythingWrongWithADeliveryIsToldAtOnce() {
    InvalidInput invalid =
        catchThrowableOfType(
            InvalidInput.class,
            () ->
                carts()
                    .deliver(
                        cart,
                        new DeliveryInput(
                            "nobody",
                            " ",
                            new DeliveryInput.Address(
                                "1\u0000", null, "x".repeat(21), null, null, "ZZ"))));

    assertThat(invalid.violations())
        .extracting(Violation::field)
        .containsExactlyInAnyOrder(
            "email",
            "name",
            "address.line1",
            "address.postalCode",
            "address.city",
            "address.country");
  }

  @Test
  void aCardNumberAmongTheWordsOfADeliveryIsRefusedAndNotRepeated() {
    InvalidInput invalid =
        catchThrowableOfType(
            InvalidInput.class,
            () ->
                carts()
                    .deliver(
                        cart,
                        new DeliveryInput(
                            "ana@example.org", "4242 4242 4242 4242", PARIS.address())));

    assertThat(invalid.violations()).extracting(Violation::field).containsExactly("name");
    assertThat(invalid.violations().get(0).value()).isEqualTo("•••• 4242");
  }

  @Test
  void aCartWithoutDeliveryCannotBeQuoted() {
    carts().add(cart, bread.offer(), 1);

    assertThatThrownBy(() -> BuyersSide.get(Pricing.class).quote(cart))
        .isInstanceOf(NotReady.class)
        .extracting("code")
        .isEqualTo("delivery-missing");
  }

  @Test
  void anOrderedCartIsClosed() {
    carts().add(cart, bread.offer(), 1);
    BuyersSide.change("update cart set status = 'ORDERED' where id = ?", cart);

    assertThatThrownBy(() -> carts().add(cart, bread.offer(), 1)).isInstanceOf(CartClosed.class);
    assertThat(carts().units(cart)).isZero();
  }

  @Test
  void aCartHasAMostOfLines() {
    BuyersSide.change(
        """
        insert into offer (id, listing_id, vendor_id, sku, price_minor, currency)
        select gen_random_uuid(), ?, ?, 'many-' || n || ?, 100, 'EUR' from generate_series(1, 100) n
        """,
        bread.listing(),
        bread.vendor(),
        bread.vendor().toString());
    BuyersSide.change(
        """
        insert into cart_line (id, cart_id, offer_id, quantity, added_at)
        select gen_random_uuid(), ?, id, 1, now() from offer where listing_id = ? and id <> ?
        """,
        cart,
        bread.listing(),
        bread.offer());

    assertThatThrownBy(() -> carts().add(cart, bread.offer(), 1))
        .isInstanceOf(CannotAdd.class)
        .hasMessageContaining("100");
  }

  @Test
  void aQuoteCostsTheSameFewStatementsHoweverLongTheCart() {
    UUID small = cartOf(List.of(bread));
    UUID large = cartOf(IntStream.range(0, 50).mapToObj(n -> onSale(100 + n, 5)).toList());
    Pricing pricing = BuyersSide.get(Pricing.class);

    int few = leastTrips(() -> pricing.quote(small));
    int many = leastTrips(() -> pricing.quote(large));

    assertThat(many).isEqualTo(few).isLessThanOrEqualTo(3);
  }

  /** Now and then a quote also reads the rules anew, or which plugins are switched off. */
  private static int leastTrips(Supplier<?> work) {
    return IntStream.range(0, 5).map(attempt -> RoundTrips.of(work)).min().orElseThrow();
  }

  private UUID cartOf(List<Market.Article> articles) {
    UUID id = carts().create(CurrencyCode.of("EUR"), "fr").id();
    articles.forEach(article -> carts().add(id, article.offer(), 1));
    carts().deliver(id, PARIS);
    return id;
  }

  private static LineQuote lineOf(PricedCart cart) {
    return cart.vendors().get(0).lines().get(0);
  }
}
