package org.halles.marketplace.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.halles.marketplace.testing.BuyersSide.carts;
import static org.halles.marketplace.testing.BuyersSide.onSale;

import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.pricing.CartOfAnother;
import org.halles.marketplace.pricing.LineQuote;
import org.halles.marketplace.pricing.PriceList;
import org.halles.marketplace.pricing.PricedCart;
import org.halles.marketplace.pricing.Pricing;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.testing.BuyersSide;
import org.halles.marketplace.testing.Market;
import org.halles.spi.CurrencyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyPricesInCartTest {

  private static final UUID NEIGHBOUR = UUID.randomUUID();

  private final Market.Article box = onSale(500, 1_000);
  private final UUID cart = carts().create(CurrencyCode.of("EUR"), "fr").id();
  private final UUID canteen = UUID.randomUUID();

  @BeforeEach
  void theCanteenIsACompanyAndItsNeighbourIsNot() {
    account(canteen);
    account(NEIGHBOUR);
    BuyersSide.change(
        """
        insert into company
          (account_id, name, vat_id, line1, postal_code, city, country, changed_at)
        values (?, 'Cantine SAS', 'FR40303265045', '4 quai Bas', '69002', 'Lyon', 'FR', now())
        """,
        canteen);
  }

  @BeforeEach
  void companiesPayLessAndTakeDozens() {
    BuyersSide.change(
        """
        update offer set company_price_minor = 400, company_least = 24, company_pack = 12,
          company_breaks = '[{"from": 48, "minor": 350}]', version = version + 1
         where id = ?
        """,
        box.offer());
  }

  @Test
  void privatePersonsPayThePublicPriceInAnyNumber() {
    PricedCart priced = carts().add(cart, box.offer(), 5);

    assertThat(lineOf(priced).unitPrice().minor()).isEqualTo(500);
    assertThat(priced.trade().company()).isFalse();
    assertThat(priced.trade().packs()).isEmpty();
  }

  @Test
  void whatIsSoldToEverybodyBySixesIsSoldToPrivatePersonsBySixesAndNoMoreThanTheMost() {
    soldBySixes();

    assertThatThrownBy(() -> carts().add(cart, box.offer(), 4))
        .isInstanceOf(CannotAdd.class)
        .hasMessageContaining("in packs of 6: take 6 instead of 4");
    assertThatThrownBy(() -> carts().add(cart, box.offer(), 66))
        .hasMessageContaining("at most 60")
        .hasMessageContaining("take 60 instead of 66");
    PricedCart priced = carts().add(cart, box.offer(), 12);
    UUID line = lineOf(priced).cartLineId();
    assertThatThrownBy(() -> carts().setQuantity(cart, line, 13)).isInstanceOf(CannotAdd.class);
    assertThat(lineOf(carts().setQuantity(cart, line, 60)).quantity()).isEqualTo(60);
    assertThat(priced.trade().packs()).containsEntry(line, Packs.of(6, 6, 60));
  }

  @Test
  void whatIsAgreedWithCompaniesComesFirstAndTheMostHoldsForThemToo() {
    soldBySixes();

    canteen(
        () -> {
          assertThatThrownBy(() -> carts().add(cart, box.offer(), 6))
              .hasMessageContaining("in packs of 12: take 24 instead of 6");
          assertThatThrownBy(() -> carts().add(cart, box.offer(), 72))
              .hasMessageContaining("take 60 instead of 72");
          assertThat(lineOf(carts().add(cart, box.offer(), 36)).quantity()).isEqualTo(36);
        });
  }

  private void soldBySixes() {
    BuyersSide.change(
        """
        update offer set order_least = 6, order_pack = 6, order_most = 60, version = version + 1
         where id = ?
        """,
        box.offer());
  }

  @Test
  void companiesPayTheirPriceAndItsSteps() {
    canteen(
        () -> {
          LineQuote few = lineOf(carts().add(cart, box.offer(), 24));
          LineQuote many = lineOf(carts().add(cart, box.offer(), 24));

          assertThat(few.unitPrice().minor()).isEqualTo(400);
          assertThat(few.priceList()).isEqualTo(PriceList.COMPANY);
          assertThat(many.quantity()).isEqualTo(48);
          assertThat(many.unitPrice().minor()).isEqualTo(350);
        });
  }

  @Test
  void companiesTakeWholePacksFromTheLeastOn() {
    canteen(
        () -> {
          assertThatThrownBy(() -> carts().add(cart, box.offer(), 12))
              .isInstanceOf(CannotAdd.class)
              .hasMessageContaining("take 24 instead of 12");
          UUID line = lineOf(carts().add(cart, box.offer(), 24)).cartLineId();
          assertThatThrownBy(() -> carts().add(cart, box.offer(), 1))
              .isInstanceOf(CannotAdd.class)
              .hasMessageContaining("take 36 instead of 25");
          assertThatThrownBy(() -> carts().setQuantity(cart, line, 30))
              .isInstanceOf(CannotAdd.class)
              .hasMessageContaining("take 36 instead of 30");
          assertThat(lineOf(carts().setQuantity(cart, line, 36)).quantity()).isEqualTo(36);
        });
  }

  @Test
  void whoTurnsOutToBeACompanyIsToldWhatToChangeBeforePaying() {
    carts().add(cart, box.offer(), 5);

    canteen(
        () -> {
          PricedCart priced = carts().get(cart);
          assertThat(priced.trade().company()).isTrue();
          assertThat(priced.notices())
              .extracting(PricedCart.Notice::code)
              .containsExactlyInAnyOrder("packs", "price");
          assertThat(priced.notices())
              .filteredOn(notice -> notice.code().equals("packs"))
              .singleElement()
              .satisfies(
                  notice -> {
                    assertThat(notice.available()).isEqualTo(24);
                    assertThat(notice.blocks()).isTrue();
                  });
        });
  }

  @Test
  void nobodyElseBuysAtTheCompanysPricesWithItsCart() {
    canteen(() -> carts().add(cart, box.offer(), 24));

    assertThat(lineOf(carts().get(cart)).unitPrice().minor()).isEqualTo(500);
    neighbour(
        () -> {
          PricedCart seen = carts().get(cart);
          assertThat(lineOf(seen).unitPrice().minor()).isEqualTo(500);
          assertThat(seen.trade().company()).isFalse();
          assertThat(carts().isAnothers(cart)).isTrue();
          assertThatThrownBy(() -> BuyersSide.get(Pricing.class).quote(cart))
              .isInstanceOf(CartOfAnother.class);
        });
    canteen(() -> assertThat(carts().isAnothers(cart)).isFalse());
  }

  @Test
  void anotherCompanyPaysThePublicPriceWithTheCartOfAPrivatePerson() {
    neighbour(() -> carts().add(cart, box.offer(), 5));

    canteen(
        () -> {
          PricedCart seen = carts().setQuantity(cart, lineOf(carts().get(cart)).cartLineId(), 7);
          assertThat(lineOf(seen).unitPrice().minor()).isEqualTo(500);
          assertThat(lineOf(seen).priceList()).isEqualTo(PriceList.PUBLIC);
        });
  }

  @Test
  void whatIsForCompaniesOnlyOrAgreedWithOneIsSoldToWhoeverIsMeantInPerson() {
    BuyersSide.change("update listing set companies_only = true where id = ?", box.listing());
    canteen(() -> carts().add(cart, box.offer(), 24));
    assertThat(carts().get(cart).isEmpty()).isTrue();
    neighbour(() -> assertThat(carts().get(cart).isEmpty()).isTrue());

    BuyersSide.change(
        "update listing set status = 'PRIVATE', reserved_for = ? where id = ?",
        canteen,
        box.listing());
    assertThat(carts().get(cart).isEmpty()).isTrue();
    neighbour(() -> assertThat(carts().get(cart).isEmpty()).isTrue());
    canteen(() -> assertThat(carts().get(cart).isEmpty()).isFalse());
  }

  @Test
  void aPriceForCompaniesEndsWithTheCurrencyItIsIn() {
    BuyersSide.change(
        "update offer set currency = 'JPY', version = version + 1 where id = ?", box.offer());
    BuyersSide.change("update cart set currency = 'JPY' where id = ?", cart);

    canteen(
        () ->
            assertThat(lineOf(carts().add(cart, box.offer(), 48)).unitPrice().minor())
                .isEqualTo(500));
  }

  @ParameterizedTest
  @CsvSource({"24, 400, COMPANY", "36, 380, PUBLIC", "48, 350, COMPANY", "96, 320, PUBLIC"})
  void companiesPayTheLowerOfThePublicPriceAndTheirs(int units, long price, PriceList list) {
    BuyersSide.change(
        """
        update offer
           set price_breaks = '[{"from": 3, "minor": 450}, {"from": 30, "minor": 380},
                                {"from": 60, "minor": 320}]'
         where id = ?
        """,
        box.offer());

    canteen(
        () -> {
          PricedCart priced = carts().add(cart, box.offer(), units);
          assertThat(lineOf(priced).unitPrice().minor()).isEqualTo(price);
          assertThat(lineOf(priced).priceList()).isEqualTo(list);
          assertThat(lineOf(carts().get(cart)).unitPrice().minor()).isEqualTo(price);
          assertThat(priced.ladders().values())
              .singleElement()
              .satisfies(
                  ladder ->
                      assertThat(ladder.breaks())
                          .extracting(step -> step.from() + " " + step.price().minor())
                          .containsExactly("30 380", "48 350", "60 320"));
        });
  }

  @Test
  void thePurchaseOrderStaysWithTheCart() {
    assertThat(carts().purchaseOrder(cart, "  BC-2026-041 ").trade().purchaseOrder())
        .isEqualTo("BC-2026-041");
    assertThat(carts().purchaseOrder(cart, " ").trade().purchaseOrder()).isNull();
  }

  /** Does it as somebody who buys for a company. */
  private void canteen(Runnable work) {
    as(canteen, work);
  }

  /** Does it as a private person. */
  private static void neighbour(Runnable work) {
    as(NEIGHBOUR, work);
  }

  private static void as(UUID account, Runnable work) {
    BuyersSide.get(CurrentCaller.class).run(new Caller(account, "somebody", Set.of(), null), work);
  }

  private static void account(UUID id) {
    BuyersSide.change(
        """
        insert into account (id, email, name, created_at) values (?, ?, 'A B', now())
        on conflict do nothing
        """,
        id,
        id + "@canteen.example");
  }

  private static LineQuote lineOf(PricedCart cart) {
    return cart.vendors().get(0).lines().get(0);
  }
}
