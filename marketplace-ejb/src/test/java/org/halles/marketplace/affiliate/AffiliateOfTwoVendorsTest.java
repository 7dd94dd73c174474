package org.halles.marketplace.affiliate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.GatewayMessages;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.AccountView;
import org.halles.marketplace.ledger.Balances;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.payout.PayoutRunView;
import org.halles.marketplace.payout.Payouts;
import org.halles.marketplace.payout.Sending;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.spi.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A bowl and a loaf of two vendors, with each of which a blog earned 1.60. The 3.20 were paid; of a
 * later bowl 1.60 are available.
 */
class AffiliateOfTwoVendorsTest {

  private final Article bowl = Market.article(2000, 30);
  private final Article loaf = Market.article(500, 30);
  private final UUID blog = Market.affiliate();
  private final Caller one = finance();
  private final Caller two = finance();
  private OrderGroupView both;

  @BeforeEach
  void soldAndPaid() {
    dropWhatIsProposed();
    both = buy(bowl, loaf);
    cameLongAgo(both);
    assertThat(available()).isEqualTo(eur(320));
    PayoutRunView run = Marketplace.as(one, payouts()::propose);
    Marketplace.as(two, () -> payouts().approve(run.id()));
    Sending.round();
    cameLongAgo(buy(bowl));
    assertThat(available()).isEqualTo(eur(160));
  }

  @AfterEach
  void theBooksHold() {
    dropWhatIsProposed();
    Sweeps.everything();
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void aRefundOfBothTakesWhatIsAvailableOnce() {
    Marketplace.as(
        one,
        () ->
            Marketplace.get(Refunding.class)
                .byOperator(
                    both.number(), null, new RefundRequest(List.of(), false, eur(3300), "Sorry")));

    assertThat(available()).isEqualTo(eur(0));
    assertThat(owed()).isEqualTo(eur(160));
  }

  @Test
  void aLostChargebackOfBothTakesWhatIsAvailableOnce() {
    String charge = both.payments().get(0).id().toString();
    String reference = OneGateway.fake().chargeBack(charge, eur(3300));
    told(reference, "opened");
    assertThat(available()).as("while nothing is decided").isEqualTo(eur(160));
    OneGateway.fake().decideChargeback(reference, false);

    told(reference, "lost");

    assertThat(available()).isEqualTo(eur(0));
    assertThat(owed()).isEqualTo(eur(160));
  }

  /** The bank gave it back all the same: the blog has what it had before. */
  @Test
  void aLostChargebackThatIsWonAfterAllGivesTheShareBack() {
    String reference =
        OneGateway.fake().chargeBack(both.payments().get(0).id().toString(), eur(3300));
    told(reference, "opened");
    OneGateway.fake().decideChargeback(reference, false);
    told(reference, "lost");
    OneGateway.fake().decideChargeback(reference, true);

    told(reference, "won");

    assertThat(available()).isEqualTo(eur(160));
    assertThat(owed()).isEqualTo(eur(0));
  }

  private static void told(String reference, String what) {
    byte[] body =
        ("evt-" + reference + "-" + what + " " + reference + " chargeback.news")
            .getBytes(StandardCharsets.UTF_8);
    Marketplace.get(GatewayMessages.class).receive("fake", body, Map.of("signature", "right"));
  }

  private OrderGroupView buy(Article... articles) {
    return Marketplace.get(Checkout.class)
        .pay(Market.sentBy(blog, 100, 60, Market.basket(articles)).pay("approved"));
  }

  private static void cameLongAgo(OrderGroupView order) {
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "update vendor_order set delivered_at = now() - interval '40 days'"
                        + " where order_group_id = (select id from order_group where number = ?)",
                    order.number()));
    MaturingRound.round();
  }

  private void dropWhatIsProposed() {
    Marketplace.asSystem(() -> payouts().runs(Paging.first())).items().stream()
        .filter(PayoutRunView::isProposed)
        .forEach(run -> Marketplace.as(one, () -> payouts().cancel(run.id())));
  }

  private Money available() {
    return balance(Chart.affiliateAvailable(blog.toString()));
  }

  private Money owed() {
    return balance(Chart.affiliateReceivable(blog.toString()));
  }

  private static Money balance(String address) {
    return Marketplace.inTransaction(() -> Marketplace.get(Balances.class).at(address)).stream()
        .map(AccountView::balance)
        .findFirst()
        .orElse(eur(0));
  }

  private static Payouts payouts() {
    return Marketplace.get(Payouts.class);
  }

  private static Caller finance() {
    return new Caller(UUID.randomUUID(), "f@it.example", Set.of(Role.FINANCE), null);
  }

  private static Money eur(long cents) {
    return Money.of(cents, Market.EUR);
  }
}
