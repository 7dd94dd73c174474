package org.halles.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.halles.marketplace.pricing.Quote;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompanysOrderTest {

  private final UUID buyer = Ids.next();
  private final Quote quote = forCompany(Market.basket(Market.article(1_000, 5)).quote());

  @BeforeEach
  void theBuyerBuysForACompany() {
    change(
        "insert into account (id, email, name, created_at) values (?, ?, 'A B', now())",
        buyer,
        buyer + "@company.example");
    change(
        """
        insert into company
          (account_id, name, vat_id, line1, postal_code, city, country, changed_at)
        values (?, 'Cantine SAS', 'FR40303265045', '4 quai Bas', '69002', 'Lyon', 'FR', now())
        """,
        buyer);
  }

  @Test
  void theOrderNamesTheCompanyThatWasPricedFor() {
    open();

    assertThat(
            Market.count(
                """
                select count(*) as n from order_group
                 where cart_id = ? and account_id = ? and company ->> 'name' = 'Cantine SAS'
                """,
                quote.cartId(),
                buyer))
        .isEqualTo(1);
  }

  @Test
  void aCompanyTakenAwaySinceThePriceStopsTheOrder() {
    change("delete from company where account_id = ?", buyer);

    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            QuoteChanged.class,
            changed -> assertThat(changed.facts().get("changes").toString()).contains("company"));
    assertThat(
            Market.count("select count(*) as n from order_group where cart_id = ?", quote.cartId()))
        .isZero();
  }

  private void open() {
    Marketplace.get(Ordering.class).open(quote, null, "fake", false, Assessment.NONE);
  }

  private Quote forCompany(Quote priced) {
    return new Quote(
        priced.cartId(),
        priced.cartVersion(),
        priced.currency(),
        priced.delivery(),
        priced.language(),
        buyer,
        buyer,
        true,
        priced.vendors(),
        priced.totals(),
        priced.groupAllocations(),
        priced.commissionVersion(),
        priced.taxVersion(),
        priced.hash(),
        priced.at());
  }

  private static void change(String sql, Object... parameters) {
    Marketplace.inTransaction(() -> Market.database().update(sql, parameters));
  }
}
