package org.halles.marketplace.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halles.marketplace.testing.BuyersSide.carts;
import static org.halles.marketplace.testing.BuyersSide.onSale;

import java.util.List;
import java.util.UUID;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.junit.jupiter.api.Test;

/** A buyer says at the till who sent it. */
class ReferralTest {

  private final Carts carts = carts();
  private final Article bowl = onSale(2000, 30);
  private final Article loaf = onSale(500, 30);
  private final UUID blog = Market.affiliate();
  private final UUID channel = Market.affiliate();
  private final UUID cart = carts.create(Market.EUR, "en").id();

  @Test
  void whoeverIsNamedEarnsWithTheLinesThatCarryNobody() {
    carts.add(cart, bowl.offer(), 1, codeOf(channel));
    carts.add(cart, loaf.offer(), 1);
    int before = version();

    carts.refer(cart, codeOf(blog));

    assertThat(sentBy()).containsExactlyInAnyOrder(channel, blog);
    assertThat(version()).as("what was quoted before is quoted anew").isGreaterThan(before);
  }

  @Test
  void aCodeNobodyHasChangesNothing() {
    carts.add(cart, loaf.offer(), 1);
    int before = version();

    carts.refer(cart, "nobody-has-this");
    carts.refer(cart, "No Code At All");

    assertThat(sentBy()).isEmpty();
    assertThat(version()).isEqualTo(before);
  }

  private List<UUID> sentBy() {
    return Marketplace.inTransaction(
        () ->
            Market.database()
                .list(
                    "select affiliate_id from cart_line"
                        + " where cart_id = ? and affiliate_id is not null",
                    row -> row.uuid("affiliate_id"),
                    cart));
  }

  private int version() {
    return Marketplace.inTransaction(
        () ->
            Market.database()
                .find("select version from cart where id = ?", row -> row.integer("version"), cart)
                .orElseThrow());
  }

  private static String codeOf(UUID affiliate) {
    return Marketplace.inTransaction(
        () ->
            Market.database()
                .find("select code from affiliate where id = ?", row -> row.text("code"), affiliate)
                .orElseThrow());
  }
}
