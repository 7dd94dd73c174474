package org.halles.marketplace.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.halles.marketplace.books.BooksReport.Check;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.ledger.Balances;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.junit.jupiter.api.Test;

/** A check that cannot fail is worth nothing: each kind of damage must be found and named. */
class BooksTest {

  private final Books books = Marketplace.get(Books.class);
  private final Checkout checkout = Marketplace.get(Checkout.class);

  @Test
  void booksOfRealPurchasesBalanceAndSayWhatTheyLookedAt() {
    checkout.pay(Market.basket(Market.article(1999, 5), Market.article(333, 5)).pay("approved"));

    BooksReport report = check();

    assertThat(report.checks()).extracting(Check::id).hasSize(23).startsWith("I1", "I2", "I3");
    assertThat(of(report, "I1").examined()).isPositive();
    assertThat(of(report, "I3").violations()).isEmpty();
    assertThat(of(report, "I13").examined()).isPositive();
    assertThat(of(report, "I18").applies()).isTrue();
  }

  @Test
  void anOrderWhoseTotalWasChangedIsNamed() {
    OrderGroupView order = paid();

    damage(
        "update vendor_order set items_minor = items_minor + 1, total_minor = total_minor + 1"
            + " where order_group_id = '"
            + order.id()
            + "'");

    assertNamed("I9", order.number());
    assertNamed("I3", order.number());
    damage(
        "update vendor_order set items_minor = items_minor - 1, total_minor = total_minor - 1"
            + " where order_group_id = '"
            + order.id()
            + "'");
  }

  @Test
  void aGatewayThatReportsSomethingElseIsNamed() {
    OrderGroupView order = paid();
    String id = order.payments().get(0).id().toString();

    damage("update payment_transaction set status = 'FAILED' where id = '" + id + "'");

    assertNamed("I13", id);
    damage("update payment_transaction set status = 'SUCCEEDED' where id = '" + id + "'");
  }

  @Test
  void aStateThatNoPaymentExplainsIsNamed() {
    OrderGroupView order = paid();

    damage("update order_group set paid_at = null where id = '" + order.id() + "'");

    assertNamed("I16", order.number());
    damage("update order_group set paid_at = placed_at where id = '" + order.id() + "'");
  }

  @Test
  void aStoredBalanceThatIsNotTheSumOfItsPostingsIsNamed() {
    paid();
    Marketplace.asSystem(Marketplace.get(Balances.class)::rollUp);

    damage(
        "update balance set credit_minor = credit_minor + 7 where account_id ="
            + " (select id from ledger_account where address = 'commission_income')");

    assertNamed("I2", "commission_income");
    damage(
        "update balance set credit_minor = credit_minor - 7 where account_id ="
            + " (select id from ledger_account where address = 'commission_income')");
  }

  @Test
  void aBookWithoutItsGuardIsNamed() {
    damage("alter table posting disable trigger posting_append_only");

    assertNamed("I15", "table posting can be changed");
    damage("alter table posting enable trigger posting_append_only");
  }

  @Test
  void afterTheBooksWereRightOnlyWhatIsNewIsLookedAt() {
    paid();
    Marketplace.asSystem(Marketplace.get(Balances.class)::rollUp);
    remember();
    long whole = of(check(), "I1").examined();
    OrderGroupView order = paid();

    BooksReport fresh = Marketplace.asSystem(books::checkNew);

    assertThat(fresh.since()).isNotNull();
    assertThat(fresh.checks()).hasSize(23);
    assertThat(fresh.checks()).filteredOn(one -> !one.ok()).isEmpty();
    assertThat(of(fresh, "I1").examined()).isPositive().isLessThan(whole);
    assertThat(of(fresh, "I3").examined()).isPositive();

    damage(
        "update vendor_order set items_minor = items_minor + 1, total_minor = total_minor + 1"
            + " where order_group_id = '"
            + order.id()
            + "'");
    assertThat(of(Marketplace.asSystem(books::checkNew), "I9").violations())
        .anySatisfy(words -> assertThat(words).contains(order.number()));
    damage(
        "update vendor_order set items_minor = items_minor - 1, total_minor = total_minor - 1"
            + " where order_group_id = '"
            + order.id()
            + "'");
  }

  @Test
  void aStoredBalanceThatWasChangedIsFoundAmongWhatIsNewToo() {
    paid();
    Marketplace.asSystem(Marketplace.get(Balances.class)::rollUp);
    remember();

    damage(
        "update balance set debit_minor = debit_minor + 3 where account_id ="
            + " (select id from ledger_account where address = 'psp_fee_expense')");

    assertThat(of(Marketplace.asSystem(books::checkNew), "I2").violations())
        .anySatisfy(words -> assertThat(words).contains("psp_fee_expense"));
    damage(
        "update balance set debit_minor = debit_minor - 3 where account_id ="
            + " (select id from ledger_account where address = 'psp_fee_expense')");
  }

  /** As if the books had just been found right, whatever other tests left behind. */
  private static void remember() {
    Marks marks = Marketplace.get(Marks.class);
    Marketplace.asSystem(
        () -> {
          marks.keep(marks.reached(Instant.now()), true);
          return true;
        });
  }

  private OrderGroupView paid() {
    return checkout.pay(Market.basket(Market.article(1000, 1)).pay("approved"));
  }

  private static void damage(String sql) {
    Marketplace.inTransaction(() -> Market.database().update(sql));
  }

  private void assertNamed(String id, String name) {
    BooksReport report = check();
    assertThat(report.balanced()).isFalse();
    assertThat(of(report, id).violations()).anySatisfy(words -> assertThat(words).contains(name));
  }

  private BooksReport check() {
    return Marketplace.asSystem(books::check);
  }

  private static Check of(BooksReport report, String id) {
    return report.checks().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }
}
