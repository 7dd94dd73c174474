package org.halles.marketplace.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.affiliate.Maturing;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.books.Glance;
import org.halles.marketplace.testing.FakeGateway;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.spi.PaymentOutcome;

/** What must be true after each deed, and what when everybody has come to rest. */
final class Reckoning {

  private final Story story;
  private final Street street;
  private final Glance glance;
  private final FakeGateway gateway = OneGateway.fake();

  Reckoning(Story story, Street street) {
    this.story = story;
    this.street = street;
    this.glance = story.look(() -> Glance.since(story.now(), street.payees()));
  }

  /** The invariants that this story can have broken. */
  void books() {
    assertThat(story.look(glance::wrong)).as("books").isEmpty();
  }

  /** Everything I1 to I21 says about what is new, with the gateway's journal and the seals. */
  static void allBooks(Story story) {
    BooksReport report = story.look(() -> Marketplace.get(Books.class).checkNew());
    assertThat(report.checks()).filteredOn(check -> !check.ok()).as("books").isEmpty();
  }

  void everythingIsFinished() {
    List<String> unfinished = new ArrayList<>();
    count(
        unfinished,
        "payments that are neither paid nor failed",
        "select count(*) as n from payment_transaction t join order_group g"
            + " on g.id = t.order_group_id where g.cart_id = any(?)"
            + " and t.status not in ('SUCCEEDED', 'FAILED')");
    count(
        unfinished,
        "orders that still wait for money",
        "select count(*) as n from order_group g where g.cart_id = any(?)"
            + " and status = 'AWAITING_PAYMENT'");
    count(
        unfinished,
        "orders whose money is still held",
        "select count(*) as n from order_group g where g.cart_id = any(?)"
            + " and status = 'AUTHORISED'");
    count(
        unfinished,
        "minor units held for a buyer",
        "select coalesce(sum(case p.side when 'D' then p.amount_minor else -p.amount_minor end), 0)"
            + " as n from posting p join ledger_account a on a.id = p.account_id"
            + " join order_group g on g.id = p.order_group_id"
            + " where g.cart_id = any(?) and a.address = 'auth_hold'");
    count(
        unfinished,
        "minor units on their way back to a buyer",
        "select coalesce(sum(case p.side when 'C' then p.amount_minor else -p.amount_minor end), 0)"
            + " as n from posting p join ledger_account a on a.id = p.account_id"
            + " join order_group g on g.id = p.order_group_id"
            + " where g.cart_id = any(?) and a.address like 'refund\\_in\\_flight:%'");
    count(
        unfinished,
        "refunds that nobody sent again",
        "select count(*) as n from payment_transaction t join order_group g"
            + " on g.id = t.order_group_id where g.cart_id = any(?) and t.kind = 'REFUND'"
            + " and t.failure_code = 'never-received'");
    count(
        unfinished,
        "chargebacks a bank decided and nobody booked",
        "select count(*) as n from uncovered_chargeback u join order_group g"
            + " on g.id = u.order_group_id where g.cart_id = any(?) and u.booked_at is null");
    count(
        unfinished,
        "minor units in dispute",
        "select coalesce(sum(case p.side when 'D' then p.amount_minor else -p.amount_minor end), 0)"
            + " as n from posting p join ledger_account a on a.id = p.account_id"
            + " join order_group g on g.id = p.order_group_id"
            + " where g.cart_id = any(?) and a.address = 'dispute_held:fake'");
    if (dueShares() > 0) {
      unfinished.add("shares of the affiliate that waited long enough");
    }
    if (Market.count("select count(*) as n from outbox where done_at is null") > 0) {
      unfinished.add("events nobody has heard");
    }
    if (!street.payouts("CLAIMED", "SENT", "IN_TRANSIT", "FAILED").isEmpty()) {
      unfinished.add("payouts under way");
    }
    assertThat(unfinished).isEmpty();
  }

  private long dueShares() {
    return story.look(() -> Marketplace.get(Maturing.class).due(null, 10_000)).stream()
        .filter(due -> due.affiliate().equals(street.affiliate))
        .count();
  }

  private void count(List<String> unfinished, String what, String sql) {
    long found = Market.count(sql, (Object) street.cartIds());
    if (found != 0) {
      unfinished.add(found + " " + what);
    }
  }

  /** What the gateway holds of each purchase is what the purchase says; nobody paid twice. */
  void theGatewayAgrees() {
    for (UUID cart : street.cartIds()) {
      long paid = Market.count(OF_CART.formatted("g.total_minor - u.minor"), cart);
      long charged = charged(cart);
      long back = returned(cart);
      long told =
          Market.count(
              "select coalesce(sum(t.amount_minor), 0) as n from payment_transaction t"
                  + " join order_group g on g.id = t.order_group_id where g.cart_id = ?"
                  + " and t.kind = 'REFUND' and t.status = 'SUCCEEDED' and t.gateway = 'fake'",
              cart);
      assertThat(back).as("given back of cart %s", cart).isEqualTo(told);
      assertThat(charged - returnedOfUnpaid(cart)).as("charged for cart %s", cart).isEqualTo(paid);
    }
  }

  private static final String OF_CART =
      "select coalesce(sum(%s - coalesce(k.minor, 0)), 0) as n from order_group g"
          + " left join (select order_group_id, sum(amount_minor) as minor from order_credit"
          + " where status = 'SPENT' group by order_group_id) as k on k.order_group_id = g.id"
          + " cross join lateral (select coalesce(sum(o.total_minor), 0) as minor from vendor_order o"
          + " where o.order_group_id = g.id and o.untaken) as u"
          + " where g.cart_id = ? and g.paid_at is not null and not is_cash(g.id)";

  private long charged(UUID cart) {
    return approved(cart, "CHARGE", "true") + approved(cart, "CAPTURE", "true");
  }

  private long returned(UUID cart) {
    return approved(cart, "REFUND", "true");
  }

  private long returnedOfUnpaid(UUID cart) {
    return approved(cart, "REFUND", "g.paid_at is null");
  }

  private long approved(UUID cart, String kind, String which) {
    return Marketplace.inTransaction(
            () ->
                Market.database()
                    .list(
                        "select t.id, t.amount_minor from payment_transaction t join order_group g"
                            + " on g.id = t.order_group_id where g.cart_id = ? and t.kind = ? and "
                            + which,
                        row ->
                            gateway.find(row.uuid("id").toString())
                                    instanceof PaymentOutcome.Approved
                                ? row.whole("amount_minor")
                                : 0L,
                        cart,
                        kind))
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** What was on the shelf is on the shelf, or sold. */
  void nothingIsLostFromTheShelves() {
    street.stocked.forEach(
        (article, units) -> {
          long sold =
              Market.count(
                  "select coalesce(sum(l.quantity - l.cancelled_quantity), 0) as n"
                      + " from order_line l join order_group g on g.id = l.order_group_id"
                      + " where l.offer_id = ? and g.paid_at is not null",
                  article.offer());
          assertThat(Market.stockOf(article) + sold).as(article.sku()).isEqualTo((long) units);
        });
  }
}
