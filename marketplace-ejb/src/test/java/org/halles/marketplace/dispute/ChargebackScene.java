package org.halles.marketplace.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.GatewayMessages;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.ledger.AccountView;
import org.halles.marketplace.ledger.Balances;
import org.halles.marketplace.order.Earnings;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.ShipRequest;
import org.halles.marketplace.order.VendorBalance;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.refund.CannotRefund;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.halles.spi.Money;
import org.junit.jupiter.api.AfterEach;

/**
 * A potter's bowl for 20.00 and a baker's loaf for 5.00, shipping 4.00 each: 33.00. The potter
 * earns 21.60; the baker 5.00 - 0.50 - 0.10 + 4.00 = 8.40. A chargeback costs a fee of 15.00.
 */
abstract class ChargebackScene {

  final Checkout checkout = Marketplace.get(Checkout.class);
  final GatewayMessages messages = Marketplace.get(GatewayMessages.class);
  final Fulfilment fulfilment = Marketplace.get(Fulfilment.class);
  final Refunding refunding = Marketplace.get(Refunding.class);
  final Earnings earnings = Marketplace.get(Earnings.class);
  final Orders orders = Marketplace.get(Orders.class);
  final Disputes disputes = Marketplace.get(Disputes.class);
  final BankAnswers answers = Marketplace.get(BankAnswers.class);
  final Answering answering = Marketplace.get(Answering.class);
  final Complaining complaining = Marketplace.get(Complaining.class);
  final DisputeWorker worker = Marketplace.get(DisputeWorker.class);
  final Lookout lookout = Marketplace.get(Lookout.class);

  final Article bowl = Market.article(2000, 30);
  final Article loaf = Market.article(500, 30);
  final VendorScope potter = VendorScopes.of(bowl.vendor(), "potter");
  final VendorScope baker = VendorScopes.of(loaf.vendor(), "baker");
  final Money fees = balanceOf("dispute_fee_expense");
  OrderGroupView order = buy();

  @AfterEach
  void theBooksHold() {
    Sweeps.everything();
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  OrderGroupView buy() {
    return checkout.pay(Market.basket(bowl, loaf).pay("approved"));
  }

  void refund(long minor) {
    decideToRefund(minor);
    Sweeps.everything();
  }

  /** It is on its way: no gateway was asked yet. */
  void decideToRefund(long minor) {
    RefundRequest some = new RefundRequest(List.of(), false, eur(minor), "For the wait");
    Marketplace.asSystem(() -> refunding.byOperator(order.number(), null, some));
  }

  String takeBack(long minor) {
    UUID charge = order.payments().get(0).id();
    return OneGateway.fake().chargeBack(charge.toString(), eur(minor));
  }

  DisputeView told(String reference, String what) {
    message("evt-" + reference + "-" + what, reference);
    return read(reference);
  }

  boolean message(String id, String reference) {
    byte[] body = (id + " " + reference + " chargeback.news").getBytes(StandardCharsets.UTF_8);
    return messages.receive("fake", body, Map.of("signature", "right"));
  }

  DisputeView read(String reference) {
    return read(Payments.chargebackId("fake", reference));
  }

  DisputeView read(UUID id) {
    return Marketplace.asSystem(() -> disputes.get(id));
  }

  static boolean went(Callable<?> work) throws Exception {
    try {
      work.call();
      return true;
    } catch (CannotRefund tooMuch) {
      return false;
    }
  }

  static List<Boolean> together(List<Callable<Boolean>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      List<Boolean> outcomes = new ArrayList<>();
      for (Future<Boolean> one : threads.invokeAll(work)) {
        outcomes.add(one.get());
      }
      return outcomes;
    } finally {
      threads.shutdown();
    }
  }

  static long entriesOf(String reference) {
    return Market.count(
        "select count(*) as n from journal_entry where source_id = ?"
            + " and source_type = 'payment-transaction'",
        Payments.chargebackId("fake", reference).toString());
  }

  String refundStatus() {
    return Marketplace.asSystem(() -> orders.get(order.number(), null)).refundStatus();
  }

  void deliver(VendorScope vendor, int part) {
    deliver(vendor, order, part);
  }

  void deliver(VendorScope vendor, OrderGroupView which, int part) {
    String number = which.vendorOrders().get(part).number();
    ShipRequest parcel = new ShipRequest(List.of(), "Colissimo", "6A1");
    UUID id = Marketplace.asSystem(() -> fulfilment.ship(vendor, number, parcel)).id();
    Marketplace.asSystem(() -> fulfilment.delivered(vendor, number, id));
  }

  VendorBalance balance(VendorScope vendor) {
    return Marketplace.asSystem(() -> earnings.balances(vendor)).get(0);
  }

  static Money balanceOf(String address) {
    return Marketplace.inTransaction(() -> Marketplace.get(Balances.class).at(address)).stream()
        .map(AccountView::balance)
        .findFirst()
        .orElse(Money.zero(Market.EUR));
  }

  static Money eur(long minor) {
    return Money.of(minor, Market.EUR);
  }
}
