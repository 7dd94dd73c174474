package org.halles.marketplace.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halles.marketplace.testing.BuyersSide.carts;
import static org.halles.marketplace.testing.BuyersSide.onSale;

import java.util.UUID;
import org.halles.marketplace.pricing.Allocation;
import org.halles.marketplace.pricing.LineQuote;
import org.halles.marketplace.pricing.PricedCart;
import org.halles.marketplace.pricing.Pricing;
import org.halles.marketplace.testing.BuyersSide;
import org.halles.marketplace.testing.Market;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriceBreaksInCartTest {

  private final Market.Article box = onSale(500, 1_000);
  private final UUID cart = carts().create(CurrencyCode.of("EUR"), "fr").id();

  @BeforeEach
  void cheaperByTenAndByHundred() {
    steps("[{\"from\": 10, \"minor\": 450}, {\"from\": 100, \"minor\": 390}]");
  }

  @Test
  void unitsThatAddUpReachTheNextPriceAndNobodyIsToldThatItChanged() {
    LineQuote few = lineOf(carts().add(cart, box.offer(), 8));
    PricedCart priced = carts().add(cart, box.offer(), 4);
    LineQuote many = lineOf(priced);

    assertThat(few.unitPrice().minor()).isEqualTo(500);
    assertThat(many.unitPrice().minor()).isEqualTo(450);
    assertThat(many.total().minor()).isEqualTo(12 * 450);
    assertThat(priced.totals().items().minor()).isEqualTo(12 * 450);
    assertThat(priced.notices()).isEmpty();
    assertThat(priced.ladders().get(many.cartLineId()).next(12).orElseThrow().from())
        .isEqualTo(100);
  }

  @Test
  void fewerUnitsFallBackToTheDearerPrice() {
    UUID line = lineOf(carts().add(cart, box.offer(), 100)).cartLineId();

    PricedCart fewer = carts().setQuantity(cart, line, 99);

    assertThat(lineOf(fewer).unitPrice().minor()).isEqualTo(450);
    assertThat(fewer.notices()).isEmpty();
  }

  @Test
  void whoeverHadReachedAPriceThatIsGoneIsTold() {
    carts().add(cart, box.offer(), 20);

    steps("[{\"from\": 50, \"minor\": 450}]");

    assertThat(carts().get(cart).notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.code()).isEqualTo("price");
              assertThat(notice.old().minor()).isEqualTo(450);
              assertThat(notice.now().minor()).isEqualTo(500);
            });
  }

  @Test
  void theSplitSharesOutThePriceThatIsCharged() {
    carts().add(cart, box.offer(), 100);
    carts()
        .deliver(
            cart,
            new DeliveryInput(
                "ana@example.org",
                "Ana",
                new DeliveryInput.Address("1 rue Haute", null, "75001", "Paris", null, "FR")));

    LineQuote line = BuyersSide.get(Pricing.class).quote(cart).lines().findFirst().orElseThrow();

    assertThat(line.unitPrice().minor()).isEqualTo(390);
    assertThat(
            Money.sum(
                CurrencyCode.of("EUR"),
                line.allocations().stream().map(Allocation::amount).toList()))
        .isEqualTo(line.total())
        .isEqualTo(Money.of(39_000, "EUR"));
  }

  private void steps(String breaks) {
    BuyersSide.change(
        "update offer set price_breaks = ?::jsonb, version = version + 1 where id = ?",
        breaks,
        box.offer());
  }

  private static LineQuote lineOf(PricedCart cart) {
    return cart.vendors().get(0).lines().get(0);
  }
}
