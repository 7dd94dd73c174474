package org.halles.marketplace.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.halles.marketplace.testing.BuyersSide.carts;
import static org.halles.marketplace.testing.BuyersSide.onSale;

import java.util.UUID;
import org.halles.marketplace.pricing.LineQuote;
import org.halles.marketplace.pricing.PricedCart;
import org.halles.marketplace.testing.BuyersSide;
import org.halles.marketplace.testing.Market;
import org.halles.spi.CurrencyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompanyPricesInCartTest {

  private final Market.Article box = onSale(500, 1_000);
  private final UUID cart = carts().create(CurrencyCode.of("EUR"), "fr").id();
  private final UUID canteen = UUID.randomUUID();

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
  void companiesPayTheirPriceAndItsSteps() {
    ofTheCanteen();

    LineQuote few = lineOf(carts().add(cart, box.offer(), 24));
    LineQuote many = lineOf(carts().add(cart, box.offer(), 24));

    assertThat(few.unitPrice().minor()).isEqualTo(400);
    assertThat(many.quantity()).isEqualTo(48);
    assertThat(many.unitPrice().minor()).isEqualTo(350);
  }

  @Test
  void companiesTakeWholePacksFromTheLeastOn() {
    ofTheCanteen();

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
  }

  @Test
  void whoTurnsOutToBeACompanyIsToldWhatToChangeBeforePaying() {
    carts().add(cart, box.offer(), 5);

    ofTheCanteen();

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
  }

  @Test
  void thePurchaseOrderStaysWithTheCart() {
    assertThat(carts().purchaseOrder(cart, "  BC-2026-041 ").trade().purchaseOrder())
        .isEqualTo("BC-2026-041");
    assertThat(carts().purchaseOrder(cart, " ").trade().purchaseOrder()).isNull();
  }

  /** The cart is one of somebody who buys for a company. */
  private void ofTheCanteen() {
    BuyersSide.change(
        """
        insert into account (id, email, name, created_at) values (?, ?, 'Cantine', now())
        """,
        canteen,
        canteen + "@canteen.example");
    BuyersSide.change(
        """
        insert into company
          (account_id, name, vat_id, line1, postal_code, city, country, changed_at)
        values (?, 'Cantine SAS', 'FR40303265045', '4 quai Bas', '69002', 'Lyon', 'FR', now())
        """,
        canteen);
    BuyersSide.change("update cart set account_id = ? where id = ?", canteen, cart);
  }

  private static LineQuote lineOf(PricedCart cart) {
    return cart.vendors().get(0).lines().get(0);
  }
}
