package org.halles.marketplace.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.halles.marketplace.books.BooksReport.Check;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.ledger.Balances;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of what came since the books were last right notices as much of it. */
class NewBooksTest {

  private final Books books = Marketplace.get(Books.class);
  private final Checkout checkout = Marketplace.get(Checkout.class);

  @BeforeEach
  void theBooksWereRightAMomentAgo() {
    Marketplace.asSystem(Marketplace.get(Balances.class)::rollUp);
    Marks marks = Marketplace.get(Marks.class);
    Marketplace.asSystem(
        () -> {
          marks.keep(marks.reached(Instant.now()), true);
          return true;
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I3  | update vendor_order set items_minor = items_minor + %1$d, total_minor = total_minor + %1$d where order_group_id = '%2$s'
          I4  | update order_line set shipped_quantity = shipped_quantity + %d where order_group_id = '%s'
          I6  | update payment_transaction set kind = case %d when 1 then 'REFUND' else 'CHARGE' end where order_group_id = '%s'
          I9  | update payment_split set amount_minor = amount_minor + %d where payment_id in (select id from payment where order_group_id = '%s')
          I16 | update order_group set paid_at = case %d when 1 then null else placed_at end where id = '%s'
          """)
  void whatIsWrongWithANewPurchaseIsFound(String id, String damage) {
    OrderGroupView order = paid();

    damage(damage.formatted(1, order.id()));
    Check found = of(checkNew(), id);
    damage(damage.formatted(-1, order.id()));

    assertThat(found.violations()).isNotEmpty();
    assertThat(of(checkNew(), id).violations()).isEmpty();
  }

  @Test
  void aGatewayThatCannotBeAskedIsNoViolationButNeitherIsItExamined() {
    paid();
    BooksReport report;
    OneGateway.away(true);
    try {
      report = checkNew();
    } finally {
      OneGateway.away(false);
    }

    assertThat(report.balanced()).isTrue();
    assertThat(report.complete()).isFalse();
    Check unseen = of(report, "I13");
    assertThat(unseen.unasked()).containsExactly("fake");
    assertThat(unseen.note()).contains("not examined for fake");

    BooksReport again = Marketplace.asSystem(() -> books.checkAgain(report));
    assertThat(again.complete()).isTrue();
    assertThat(of(again, "I13").examined()).isGreaterThan(unseen.examined());
    assertThat(again.checks()).hasSameSizeAs(report.checks());
  }

  @Test
  void whatWasNotExaminedIsStillNewNextTime() {
    paid();
    Instant before = mark();
    OneGateway.away(true);
    try {
      checkNew();
    } finally {
      OneGateway.away(false);
    }

    assertThat(mark()).isEqualTo(before);
    assertThat(checkNew().complete()).isTrue();
    assertThat(mark()).isAfter(before);
  }

  @Test
  void aKeyThatIsDoneWithoutAnAnswerIsFound() {
    String key = paid().id().toString();

    damage(
        "insert into idempotency (scope, key, request_hash, state, lease_until, created_at)"
            + " values ('damage', '%s', '', 'DONE', now(), now())".formatted(key));
    Check found = of(checkNew(), "I14");
    damage("delete from idempotency where key = '" + key + "'");

    assertThat(found.violations())
        .containsExactly("key damage " + key + " is done without an answer");
  }

  @Test
  void moneyThatIsLeftPendingOfADeliveredOrderIsFoundThoughItWasPostedBeforeTheMark() {
    OrderGroupView order = paid();
    theBooksWereRightAMomentAgo();

    String status = order.vendorOrders().get(0).status().name();
    damage(status(order, "DELIVERED"));
    Check found = of(checkNew(), "I20");
    damage(status(order, status));

    assertThat(found.violations())
        .anySatisfy(words -> assertThat(words).contains("is delivered and still has"));
  }

  @Test
  void taxThatIsOwedForNoSaleIsFoundAndNamesThePurchase() {
    OrderGroupView order = paid();

    owe(order, "tax_payable:IT-X");
    Check found = of(checkNew(), "I10");
    forget(order, "tax_payable:IT-X");

    assertThat(found.violations())
        .singleElement()
        .asString()
        .contains(order.id().toString(), "IT-X", "owed 5, sold 0");
  }

  @Test
  void anAccountBelowZeroIsFound() {
    OrderGroupView order = paid();
    String account = "vendor_reserve:" + order.id();

    owe(order, account);
    damage("update posting set side = case side when 'D' then 'C' else 'D' end", account, order);
    Check found = of(checkNew(), "I11");
    forget(order, account);

    assertThat(found.violations())
        .anySatisfy(words -> assertThat(words).isEqualTo(account + " is at -5 EUR"));
  }

  @Test
  void anAccountThatAbsorbsRoundingIsFoundOnceSomethingIsPostedOnIt() {
    OrderGroupView order = paid();

    owe(order, "rounding_difference");
    Check found = of(checkNew(), "I17");
    forget(order, "rounding_difference");

    assertThat(found.violations()).containsExactly("rounding_difference");
  }

  @Test
  void aBookThatWasNotCheckedForLongIsCheckedAsAWhole() {
    paid();
    Mark beginning = new Mark("0", 0, Instant.now());

    assertThat(Marketplace.asSystem(() -> Marketplace.get(Arrivals.class).since(beginning, 1)))
        .isEmpty();
  }

  private static String status(OrderGroupView order, String status) {
    return "update vendor_order set status = '%s' where order_group_id = '%s'"
        .formatted(status, order.id());
  }

  private OrderGroupView paid() {
    return checkout.pay(Market.basket(Market.article(1000, 1)).pay("approved"));
  }

  /** Five cents on an account for this purchase, against what the platform gave. */
  private static Instant mark() {
    return Marketplace.asSystem(Marketplace.get(Marks.class)::last).orElseThrow().at();
  }

  private static void owe(OrderGroupView order, String account) {
    Marketplace.inTransaction(
        () -> {
          for (String address : List.of(account, "goodwill_expense")) {
            Market.database()
                .update(
                    "insert into ledger_account (address, currency, normal_side)"
                        + " values (?, 'EUR', 'C') on conflict do nothing",
                    address);
          }
          Market.database()
              .update(
                  "insert into journal_entry (id, template, source_type, source_id, at, day)"
                      + " values (nextval('journal_entry_seq'), 'damage', 'damage', ?, now(),"
                      + " current_date)",
                  order.id() + account);
          return Market.database()
              .update(
                  """
                  insert into posting (id, entry_id, account_id, side, amount_minor, currency,
                                       order_group_id)
                  select nextval('posting_seq'), e.id, a.id,
                         case a.address when ? then 'C' else 'D' end, 5, 'EUR', ?
                    from journal_entry e, ledger_account a
                   where e.source_id = ? and a.address in (?, 'goodwill_expense')
                     and a.currency = 'EUR'
                  """,
                  account,
                  order.id(),
                  order.id() + account,
                  account);
        });
  }

  private static void forget(OrderGroupView order, String account) {
    damage("delete from posting", account, order);
    Marketplace.inTransaction(
        () -> {
          Market.database().update("alter table journal_entry disable trigger user");
          Market.database()
              .update("delete from journal_entry where source_id = ?", order.id() + account);
          Market.database().update("alter table journal_entry enable trigger user");
          return Market.database().update("delete from ledger_account where address = ?", account);
        });
  }

  private static void damage(String what, String account, OrderGroupView order) {
    Marketplace.inTransaction(
        () -> {
          Market.database().update("alter table posting disable trigger user");
          Market.database()
              .update(
                  what + " where entry_id in (select id from journal_entry where source_id = ?)",
                  order.id() + account);
          return Market.database().update("alter table posting enable trigger user");
        });
  }

  private static void damage(String sql) {
    Marketplace.inTransaction(() -> Market.database().update(sql));
  }

  private BooksReport checkNew() {
    return Marketplace.asSystem(books::checkNew);
  }

  private static Check of(BooksReport report, String id) {
    return report.checks().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }
}
