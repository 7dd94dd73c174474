package org.halles.marketplace.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.ShipRequest;
import org.halles.marketplace.refund.CannotRefund;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.RefundView;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.shared.Attachment;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.halles.spi.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Three bowls at 20.00 and a delivery at 4.00; the potter earns 20.00 - 2.00 - 0.40 a bowl. */
class ReturnsTest {

  private static final byte[] PICTURE = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3};

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final Fulfilment fulfilment = Marketplace.get(Fulfilment.class);
  private final Refunding refunding = Marketplace.get(Refunding.class);
  private final SendingBack sending = Marketplace.get(SendingBack.class);
  private final Receiving receiving = Marketplace.get(Receiving.class);
  private final ReturnDecisions decisions = Marketplace.get(ReturnDecisions.class);
  private final ReturnClock deadlines = Marketplace.get(ReturnClock.class);

  private final Article bowl = Market.article(2000, 30);
  private final VendorScope potter = VendorScopes.of(bowl.vendor(), "potter");
  private final VendorScope baker = VendorScopes.of(Market.article(100, 1).vendor(), "baker");
  private final OrderGroupView order = checkout.pay(Market.basket(bowl.times(3)).pay("approved"));

  @AfterEach
  void theBooksHold() {
    Sweeps.everything();
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void aReturnGoesFromTheRequestToTheMoney() {
    deliver();
    ReturnView asked = ask("wrong", 2);
    assertThat(asked.status()).isEqualTo(ReturnStatus.REQUESTED);
    assertThat(asked.costBorneBy()).isEqualTo(Bearer.VENDOR);

    ReturnView accepted = accept(asked);
    assertThat(accepted.address()).isEqualTo("Atelier, 1 rue du Four, Angers");
    sending.sent(order.number(), order.accessKey(), asked.id(), "Colissimo", "6A1");
    ReturnView checked = check(asked, 1, 1, "The other one is chipped");

    assertThat(checked.status()).isEqualTo(ReturnStatus.COMPLETED);
    assertThat(checked.refunded()).isEqualTo(eur(2000));
    assertThat(refunds()).singleElement().extracting(RefundView::cause).isEqualTo("RETURN");
    assertThat(refunds().get(0).vendorPart()).isEqualTo(eur(2000 - 200 - 40));
    assertThat(Market.stockOf(bowl)).isEqualTo(28);
    assertThat(asSystem(() -> receiving.address(potter)))
        .isEqualTo("Atelier, 1 rue du Four, Angers");
  }

  @Test
  void everythingBackForTheVendorsFaultBringsTheDeliveryBackToo() {
    deliver();
    ReturnView asked = ask("wrong", 3);
    accept(asked);

    assertThat(check(asked, 3, 0, null).refunded()).isEqualTo(eur(6400));
    assertThat(read().refundStatus()).isEqualTo("REFUNDED");
  }

  @Test
  void everythingBackForAChangeOfMindLeavesTheDeliveryPaid() {
    deliver();
    ReturnView asked = ask("changed-mind", 3);
    assertThat(asked.costBorneBy()).isEqualTo(Bearer.BUYER);
    accept(asked);

    assertThat(check(asked, 3, 3, null).refunded()).isEqualTo(eur(6000));
    assertThat(Market.stockOf(bowl)).isEqualTo(30);
  }

  @Test
  void onlyWhatArrivedAndIsNotOnItsWayBackMayBeAskedFor() {
    assertThatThrownBy(() -> ask("wrong", 1))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            wrong ->
                assertThat(wrong.violations())
                    .extracting(Violation::field)
                    .containsExactly("lines[0].quantity"));
    deliver();
    ask("wrong", 2);
    assertThatThrownBy(() -> ask("wrong", 2)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> ask("damaged", 1))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            wrong -> assertThat(wrong.violations()).extracting(Violation::field).contains("files"));
  }

  @Test
  void aPictureIsSeenByTheVendorItIsForAndNobodyElse() {
    deliver();
    ReturnView asked =
        sending.ask(
            order.number(),
            order.accessKey(),
            number(),
            new ReturnRequest(
                "damaged",
                "It broke",
                List.of(new Units(line(), 1)),
                List.of(new Attachment("bowl.jpg", PICTURE))));
    UUID picture = asked.files().get(0).id();

    assertThat(asSystem(() -> receiving.file(potter, asked.id(), picture)).content())
        .isEqualTo(PICTURE);
    assertThatThrownBy(() -> asSystem(() -> receiving.get(baker, asked.id())))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> sending.list(order.number(), "guessed")).isInstanceOf(NotFound.class);
  }

  @Test
  void aRefusalIsDecidedByTheOperatorIfTheBuyerAsksForIt() {
    deliver();
    ReturnView asked = ask("wrong", 1);
    asSystem(() -> receiving.refuse(potter, asked.id(), "It was used"));
    ReturnView escalated = sending.escalate(order.number(), order.accessKey(), asked.id());
    assertThat(escalated.escalated()).isTrue();

    ReturnView decided =
        asSystem(
            () ->
                decisions.decide(asked.id(), List.of(new Units(line(), 1)), "The label proves it"));

    assertThat(decided.status()).isEqualTo(ReturnStatus.COMPLETED);
    assertThat(decided.refunded()).isEqualTo(eur(2000));
    assertThatThrownBy(
            () -> asSystem(() -> decisions.decide(asked.id(), List.of(), "Again, differently")))
        .isInstanceOf(CannotReturn.class);
  }

  @Test
  void silenceAcceptsWhereTheVendorsAddressIsKnownAndIsAMatterForTheOperatorWhereNot() {
    deliver();
    ReturnView unknown = ask("wrong", 1);
    overdue(unknown, "answer_by");
    asSystem(() -> run(() -> deadlines.noAnswer(unknown.id())));
    assertThat(get(unknown).escalated()).isTrue();

    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "insert into return_terms (vendor_id, address) values (?, 'Angers')",
                    bowl.vendor()));
    ReturnView known = ask("wrong", 1);
    overdue(known, "answer_by");
    assertThat(asSystem(() -> deadlines.unanswered(0, 1000))).contains(known.id());
    asSystem(() -> run(() -> deadlines.noAnswer(known.id())));
    assertThat(get(known).status()).isEqualTo(ReturnStatus.ACCEPTED);
  }

  @Test
  void unitsThatAreRefundedMeanwhileAreNotRefundedAgain() {
    deliver();
    ReturnView asked = ask("wrong", 3);
    accept(asked);
    RefundRequest two =
        new RefundRequest(List.of(new RefundRequest.Part(line(), 2)), false, null, "A gesture");
    asSystem(() -> refunding.byVendor(potter, number(), two));

    assertThatThrownBy(() -> check(asked, 3, 0, null))
        .isInstanceOfSatisfying(
            CannotRefund.class,
            no -> assertThat(no.facts()).containsEntry("wanted", 3).containsEntry("left", 1));
    assertThat(check(asked, 1, 0, "Two went back already").status())
        .isEqualTo(ReturnStatus.COMPLETED);
  }

  /** Four people of the vendor at once: one check and one refund by hand fit into three bowls. */
  @Test
  void checksAndRefundsAtOnceNeverGiveBackMoreThanWasPaid() throws Exception {
    deliver();
    ReturnView asked = ask("wrong", 3);
    accept(asked);
    RefundRequest two =
        new RefundRequest(List.of(new RefundRequest.Part(line(), 2)), false, null, "At once");
    List<Callable<Object>> work =
        List.of(
            () -> check(asked, 3, 0, null),
            () -> check(asked, 3, 0, null),
            () -> asSystem(() -> refunding.byVendor(potter, number(), two)),
            () -> asSystem(() -> refunding.byVendor(potter, number(), two)));
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    int done = 0;
    try {
      for (Future<Object> one : threads.invokeAll(work)) {
        try {
          one.get();
          done++;
        } catch (ExecutionException refused) {
          assertThat(refused.getCause())
              .isInstanceOfAny(CannotRefund.class, CannotReturn.class, InvalidInput.class);
        }
      }
    } finally {
      threads.shutdown();
    }

    assertThat(done).isEqualTo(1);
    Money back = Money.sum(Market.EUR, refunds().stream().map(RefundView::amount).toList());
    assertThat(back).isIn(eur(6400), eur(4000));
  }

  @Test
  void goodsWhoseMoneyWentBackBeforeComeBackWithoutAny() {
    deliver();
    ReturnView asked = ask("wrong", 2);
    accept(asked);
    giveBackEverything();

    ReturnView checked = check(asked, 2, 2, null);

    assertThat(checked.status()).isEqualTo(ReturnStatus.COMPLETED);
    assertThat(checked.refunded()).isNull();
    assertThat(checked.lines().get(0).refunded()).isEqualTo(2);
    assertThat(Market.stockOf(bowl)).isEqualTo(29);
    assertThat(refunds()).hasSize(1);
  }

  private void giveBackEverything() {
    RefundRequest all = new RefundRequest(List.of(), false, eur(6400), "A gesture");
    asSystem(() -> refunding.byVendor(potter, number(), all));
  }

  /** The last bowl is checked first, while the others may still stay with the buyer. */
  @Test
  void theDeliveryComesBackOnlyOnceNothingIsKept() {
    deliver();
    ReturnView two = ask("wrong", 2);
    ReturnView last = ask("wrong", 1);
    accept(two);
    accept(last);

    assertThat(check(last, 1, 0, null).refunded()).isEqualTo(eur(2000));
    assertThat(check(two, 2, 0, null).refunded()).isEqualTo(eur(4400));
  }

  @Test
  void aPartThatIsKeptAfterAllKeepsItsDelivery() {
    deliver();
    ReturnView two = ask("wrong", 2);
    ReturnView last = ask("wrong", 1);
    accept(last);
    sending.cancel(order.number(), order.accessKey(), two.id());

    assertThat(check(last, 1, 0, null).refunded()).isEqualTo(eur(2000));
  }

  @Test
  void aLineIsCheckedOnce() {
    deliver();
    ReturnView asked = ask("wrong", 2);
    accept(asked);
    List<Units> twice = List.of(new Units(line(), 2), new Units(line(), 1));

    assertThatThrownBy(() -> asSystem(() -> receiving.check(potter, asked.id(), twice, "Twice")))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            wrong ->
                assertThat(wrong.violations())
                    .extracting(Violation::message)
                    .containsExactly("is there twice"));
  }

  @Test
  void whoDoesNotSendKeepsTheGoods() {
    deliver();
    ReturnView asked = ask("wrong", 1);
    accept(asked);
    overdue(asked, "send_by");
    asSystem(() -> run(() -> deadlines.notSent(asked.id())));

    assertThat(get(asked).status()).isEqualTo(ReturnStatus.LAPSED);
    assertThat(ask("wrong", 3).lines().get(0).quantity()).isEqualTo(3);
  }

  private static Object run(Runnable work) {
    work.run();
    return null;
  }

  private ReturnView ask(String reason, int units) {
    return sending.ask(
        order.number(),
        order.accessKey(),
        number(),
        new ReturnRequest(reason, null, List.of(new Units(line(), units)), List.of()));
  }

  private ReturnView accept(ReturnView asked) {
    return asSystem(
        () ->
            receiving.accept(
                potter, asked.id(), "Atelier, 1 rue du Four, Angers", null, "With pleasure"));
  }

  private ReturnView check(ReturnView asked, int fine, int again, String words) {
    return asSystem(
        () -> receiving.check(potter, asked.id(), List.of(new Units(line(), fine, again)), words));
  }

  private ReturnView get(ReturnView one) {
    return asSystem(() -> decisions.get(one.id()));
  }

  private static void overdue(ReturnView one, String deadline) {
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "update goods_return set "
                        + deadline
                        + " = now() - interval '1 minute' where id = ?",
                    one.id()));
  }

  private void deliver() {
    ShipRequest parcel = new ShipRequest(List.of(), "Colissimo", "6A1");
    UUID shipment = asSystem(() -> fulfilment.ship(potter, number(), parcel)).id();
    asSystem(() -> fulfilment.delivered(potter, number(), shipment));
  }

  private OrderGroupView read() {
    return asSystem(() -> Marketplace.get(Orders.class).get(order.number(), null));
  }

  private List<RefundView> refunds() {
    return asSystem(() -> refunding.ofPurchaseForOperator(order.number()));
  }

  private String number() {
    return order.vendorOrders().get(0).number();
  }

  private UUID line() {
    return order.vendorOrders().get(0).lines().get(0).id();
  }

  private static <T> T asSystem(Callable<T> work) {
    return Marketplace.asSystem(work);
  }

  private static Money eur(long minor) {
    return Money.of(minor, Market.EUR);
  }
}
