package org.halles.marketplace.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.halles.marketplace.testing.Marketplace.asSystem;

import java.util.List;
import java.util.UUID;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.ledger.AccountView;
import org.halles.marketplace.ledger.Balances;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.refund.CannotRefund;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.spi.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two bowls at 20.00 with shipping at 4.00: 44.00. Their buyer would rather have store credit. */
class RefundedAsCreditTest {

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final Withdrawing withdrawing = Marketplace.get(Withdrawing.class);
  private final Refunding refunding = Marketplace.get(Refunding.class);
  private final SendingBack sending = Marketplace.get(SendingBack.class);
  private final Article bowl = Market.article(2000, 30);
  private OrderGroupView order;
  private Money owed;
  private Money atGateway;

  @BeforeEach
  void boughtByAGuest() {
    order = checkout.pay(Market.basket(bowl.times(2)).pay("approved"));
    owed = balanceOf("store_credit");
    atGateway = balanceOf("psp_clearing:fake");
  }

  @AfterEach
  void theBooksHold() {
    Sweeps.everything();
    BooksReport report = asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void aGuestGetsACardOfTheAmountThatNeverRunsOutAndTheGatewayKeepsTheMoney() {
    ReturnView declared = withdraw(2, true);
    Sweeps.everything();

    assertThat(declared.toCredit()).isTrue();
    assertThat(declared.refunded()).isEqualTo(eur(4400));
    assertThat(balanceOf("store_credit").minus(owed)).isEqualTo(eur(4400));
    assertThat(balanceOf("psp_clearing:fake")).isEqualTo(atGateway);
    assertThat(cardOf("sold and expires_at is null and balance_minor = 4400")).isEqualTo(1);
    assertThat(
            Market.count(
                "select count(*) as n from store_credit_movement where order_group_id = ?",
                order.id()))
        .as("told once")
        .isEqualTo(1);
  }

  @Test
  void anAccountHasItAtOnce() {
    UUID account = UUID.randomUUID();
    Marketplace.inTransaction(
        () -> {
          Market.database()
              .update(
                  "insert into account (id, email, name, created_at) values (?, ?, 'U', now())",
                  account,
                  "u" + account + "@b.example");
          return Market.database()
              .update("update order_group set account_id = ? where id = ?", account, order.id());
        });

    withdraw(1, true);
    Sweeps.everything();

    assertThat(
            Market.count(
                "select balance_minor as n from store_credit where kind = 'ACCOUNT'"
                    + " and account_id = ?",
                account))
        .isEqualTo(2000);
  }

  @Test
  void whoDoesNotChooseGetsTheMoneyAndCreditIsNotPaidOutAgain() {
    withdraw(1, false);
    Sweeps.everything();
    assertThat(balanceOf("store_credit")).isEqualTo(owed);
    withdraw(1, true);
    Sweeps.everything();
    assertThat(balanceOf("store_credit").minus(owed)).isEqualTo(eur(2400));

    RefundRequest more = new RefundRequest(List.of(), false, eur(1), "Sorry");
    assertThatThrownBy(() -> asSystem(() -> refunding.byOperator(order.number(), null, more)))
        .isInstanceOf(CannotRefund.class);
  }

  private ReturnView withdraw(int units, boolean toCredit) {
    return withdrawing.declare(
        order.number(),
        order.accessKey(),
        order.vendorOrders().get(0).number(),
        List.of(new Units(line(), units)),
        "Ada",
        toCredit);
  }

  private long cardOf(String what) {
    return Market.count(
        "select count(*) as n from store_credit c where c.kind = 'GIFT_CARD' and "
            + what
            + " and exists (select 1 from store_credit_movement m"
            + " where m.credit_id = c.id and m.order_group_id = ?)",
        order.id());
  }

  private UUID line() {
    return sending.rights(order.number(), order.accessKey()).get(0).lines().get(0).line();
  }

  private static Money balanceOf(String account) {
    return Marketplace.inTransaction(() -> Marketplace.get(Balances.class).at(account)).stream()
        .map(AccountView::balance)
        .findFirst()
        .orElse(Money.zero(Market.EUR));
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
