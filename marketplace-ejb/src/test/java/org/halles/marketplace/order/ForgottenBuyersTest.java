package org.halles.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.identity.AccountErased;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody bought with an account and asks to be forgotten. */
class ForgottenBuyersTest {

  private final UUID buyer = UUID.randomUUID();
  private final String email = buyer + "@erased.example";
  private UUID order;

  @BeforeEach
  void buy() {
    set(
        "insert into account (id, email, name, created_at) values (?, ?, 'A B', now())",
        buyer,
        email);
    order =
        Marketplace.get(Checkout.class)
            .pay(Market.basket(Market.article(900, 3)).pay("approved"))
            .id();
    set("update order_group set account_id = ?, email = ? where id = ?", buyer, email, order);
  }

  @ParameterizedTest
  @EnumSource(names = {"AWAITING_PAYMENT", "AUTHORISED", "PAID", "PARTLY_SHIPPED"})
  void whileSomethingIsStillToBePaidOrSentTheAddressIsKept(OrderGroupStatus open) {
    stands(open);
    try {
      assertThatThrownBy(this::forget).isInstanceOf(ForgottenBuyers.OrdersStillOpen.class);
      assertThat(knows()).isTrue();
    } finally {
      stands(OrderGroupStatus.PAID);
    }
  }

  @Test
  void whatHasEndedForgetsThePerson() {
    stands(OrderGroupStatus.DELIVERED);
    try {
      assertThatCode(this::forget).doesNotThrowAnyException();
      assertThat(knows()).isFalse();
    } finally {
      stands(OrderGroupStatus.PAID);
    }
  }

  private void forget() {
    Marketplace.inTransaction(
        () -> {
          new ForgottenBuyers(Market.database()).on(new AccountErased(buyer, email, false));
          return null;
        });
  }

  private void stands(OrderGroupStatus status) {
    set("update order_group set status = ? where id = ?", status, order);
  }

  private boolean knows() {
    return Market.count("select count(*) as n from order_group where email = ?", email) == 1;
  }

  private static void set(String sql, Object... parameters) {
    Marketplace.inTransaction(() -> Market.database().update(sql, parameters));
  }
}
