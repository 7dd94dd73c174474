package org.halles.marketplace.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.order.Earnings;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.ShipRequest;
import org.halles.marketplace.order.VendorBalance;
import org.halles.marketplace.payout.Statement;
import org.halles.marketplace.payout.Statements;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.shared.Attachment;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.OpenedFile;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.halles.spi.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A bowl costs 20.00 and its shipping 4.00, so the buyer pays 24.00 and the potter earns 20.00 -
 * 2.00 - 0.40 + 4.00 = 21.60.
 */
class DisputesTest {

  private static final byte[] PICTURE = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3};

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final Fulfilment fulfilment = Marketplace.get(Fulfilment.class);
  private final Refunding refunding = Marketplace.get(Refunding.class);
  private final Earnings earnings = Marketplace.get(Earnings.class);
  private final Complaining complaining = Marketplace.get(Complaining.class);
  private final Answering answering = Marketplace.get(Answering.class);
  private final Disputes disputes = Marketplace.get(Disputes.class);
  private final DisputeClock deadlines = Marketplace.get(DisputeClock.class);

  private final Article bowl = Market.article(2000, 30);
  private final VendorScope potter = VendorScopes.of(bowl.vendor(), "potter");
  private final VendorScope baker = VendorScopes.of(Market.article(100, 1).vendor(), "baker");
  private final OrderGroupView order = checkout.pay(Market.basket(bowl).pay("approved"));

  @AfterEach
  void theBooksHold() {
    Sweeps.everything();
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void theMoneyWaitsFromTheComplaintToTheDecision() {
    deliver();
    assertThat(balance().available()).isEqualTo(eur(2160));

    DisputeView dispute = open(null);

    assertThat(dispute.amount()).isEqualTo(eur(2400));
    assertThat(dispute.status()).isEqualTo(DisputeStatus.OPENED);
    assertThat(balance().available()).isEqualTo(eur(0));
    assertThat(balance().disputed()).isEqualTo(eur(2160));

    decide(dispute, 0, "It arrived whole: the parcel was signed for.");

    assertThat(balance().available()).isEqualTo(eur(2160));
    assertThat(balance().disputed()).isEqualTo(eur(0));
    assertThat(read(dispute).status()).isEqualTo(DisputeStatus.WON);
    assertThat(read(dispute).refunded()).isEqualTo(eur(0));
    assertThat(moved())
        .contains(
            new Statement.Movement("dispute-held", eur(-2160)),
            new Statement.Movement("dispute-held-undone", eur(2160)));
  }

  private List<Statement.Movement> moved() {
    return Marketplace.asSystem(() -> Marketplace.get(Statements.class).of(potter))
        .get(0)
        .movements();
  }

  /** Of 24.00 the buyer gets 6.00: a quarter of the potter's 21.60 is 5.40, 16.20 stay. */
  @Test
  void aPartGoesBackAndTheRestIsWhereItWas() {
    DisputeView dispute = open(null);
    assertThat(balance().pending()).isEqualTo(eur(0));

    decide(dispute, 600, "A quarter for the chip.");

    assertThat(read(dispute).status()).isEqualTo(DisputeStatus.PARTLY);
    assertThat(read(dispute).refunded()).isEqualTo(eur(600));
    assertThat(balance().pending()).isEqualTo(eur(1620));
    assertThat(balance().disputed()).isEqualTo(eur(0));
  }

  @Test
  void whatArrivesWhileItIsDisputedIsAvailableAfterTheDecision() {
    DisputeView dispute = open(null);
    deliver();
    assertThat(balance().available()).isEqualTo(eur(0));
    assertThat(balance().disputed()).isEqualTo(eur(2160));

    decide(dispute, 0, "It arrived.");

    assertThat(balance().available()).isEqualTo(eur(2160));
  }

  @Test
  void aVendorThatAgreesGivesBackWhatIsDisputed() {
    deliver();
    DisputeView dispute = open(eur(2400));

    DisputeView accepted = Marketplace.asSystem(() -> answering.accept(potter, dispute.id()));

    assertThat(accepted.status()).isEqualTo(DisputeStatus.LOST);
    assertThat(accepted.refunded()).isEqualTo(eur(2400));
    assertThat(balance().available()).isEqualTo(eur(0));
    assertThat(balance().debt()).isEqualTo(eur(0));
  }

  /** 6.00 back by the vendor itself costs it 5.40; the other 16.20 keep waiting. */
  @Test
  void aRefundMeanwhileComesFromTheMoneyThatWaits() {
    deliver();
    DisputeView dispute = open(null);
    RefundRequest some = new RefundRequest(List.of(), false, eur(600), "For the chip");
    Marketplace.asSystem(() -> refunding.byVendor(potter, number(), some));

    assertThat(balance().disputed()).isEqualTo(eur(1620));
    assertThat(balance().debt()).isEqualTo(eur(0));
    assertThatThrownBy(() -> decide(dispute, 2400, "All of it."))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.facts())
                    .containsEntry("wanted", eur(2400))
                    .containsEntry("left", eur(1800)));
    decide(dispute, 1800, "The rest as well.");
    assertThat(balance().available()).isEqualTo(eur(0));
    assertThat(balance().disputed()).isEqualTo(eur(0));
  }

  @Test
  void whatWasPaidOutDoesNotBecomeADebtBeforeItIsDecided() {
    deliver();
    Market.payOut(potter.vendorId(), eur(2000));
    DisputeView dispute = open(null);

    assertThat(balance().disputed()).isEqualTo(eur(160));
    assertThat(balance().debt()).isEqualTo(eur(0));
    decide(dispute, 2400, "It never came.");
    assertThat(balance().debt()).isEqualTo(eur(2000));
  }

  @Test
  void bothSidesSpeakAndShowFilesThatNobodyElseSees() {
    DisputeView dispute = open(null);
    DisputeView answered =
        Marketplace.asSystem(
            () ->
                answering.answer(
                    potter,
                    dispute.id(),
                    "It left whole.",
                    List.of(
                        new Attachment(
                            "../slip.pdf", "%PDF-1.7 ...".getBytes(StandardCharsets.UTF_8)))));

    assertThat(answered.status()).isEqualTo(DisputeStatus.EVIDENCE_SENT);
    assertThat(answered.statements())
        .extracting(DisputeView.Statement::author)
        .containsExactly("BUYER", "VENDOR");
    DisputeView.File slip = answered.statements().get(1).files().get(0);
    assertThat(slip.name()).isEqualTo("slip.pdf");
    UUID picture = answered.statements().get(0).files().get(0).id();
    OpenedFile opened = Marketplace.asSystem(() -> answering.file(potter, dispute.id(), picture));
    assertThat(opened.content()).isEqualTo(PICTURE);
    assertThatThrownBy(() -> Marketplace.asSystem(() -> answering.get(baker, dispute.id())))
        .isInstanceOf(NotFound.class);
    assertThat(Marketplace.asSystem(() -> answering.list(baker, Paging.first())).items()).isEmpty();
    assertThatThrownBy(() -> complaining.withdraw(order.number(), "wrong", dispute.id()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aComplaintThatIsWrongIsRefusedWithEverythingThatIsWrong() {
    Complaint wrong =
        new Complaint(
            "bored",
            " ",
            eur(-1),
            List.of(new Attachment("virus.exe", "MZ".getBytes(StandardCharsets.UTF_8))));
    assertThatThrownBy(() -> complain(wrong))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refusal ->
                assertThat(refusal.violations())
                    .extracting(Violation::field)
                    .containsExactlyInAnyOrder("reason", "text", "files[0]", "amount.minor"));
    assertThatThrownBy(() -> open(eur(2401)))
        .isInstanceOfSatisfying(
            CannotDispute.class,
            refusal ->
                assertThat(refusal.facts())
                    .containsEntry("wanted", eur(2401))
                    .containsEntry("left", eur(2400)));
    open(eur(100));
    assertThatThrownBy(() -> open(eur(100))).hasMessageContaining("disputed already");
  }

  @Test
  void aBuyerWhoTakesItBackFreesTheMoneyAndADecidedDisputeStaysSo() {
    DisputeView dispute = open(null);
    DisputeView gone = complaining.withdraw(order.number(), order.accessKey(), dispute.id());

    assertThat(gone.status()).isEqualTo(DisputeStatus.WON);
    assertThat(balance().pending()).isEqualTo(eur(2160));
    assertThatThrownBy(() -> decide(dispute, 100, "After all.")).isInstanceOf(CannotDispute.class);
    assertThatThrownBy(
            () ->
                Marketplace.asSystem(
                    () -> answering.answer(potter, dispute.id(), "Again", List.of())))
        .isInstanceOf(CannotDispute.class);
  }

  @Test
  void aVendorThatSaysNothingInTimeLeavesItToTheOperator() {
    DisputeView dispute = open(null);
    Marketplace.asSystem(() -> deadlines.escalate(100));
    assertThat(read(dispute).escalatedAt()).isNull();
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update("update dispute set answer_by = now() where id = ?", dispute.id()));

    Marketplace.asSystem(() -> deadlines.escalate(100));

    assertThat(read(dispute).escalatedAt()).isNotNull();
    assertThat(Marketplace.asSystem(() -> deadlines.escalate(100))).isZero();
  }

  private DisputeView open(Money amount) {
    return complain(
        new Complaint(
            "not-as-described",
            "The glaze is blue, not green.",
            amount,
            List.of(new Attachment("bowl.jpg", PICTURE))));
  }

  private DisputeView complain(Complaint complaint) {
    return complaining.open(order.number(), order.accessKey(), number(), complaint);
  }

  private void decide(DisputeView dispute, long back, String words) {
    Marketplace.asSystem(() -> disputes.resolve(dispute.id(), eur(back), words));
  }

  private DisputeView read(DisputeView dispute) {
    return Marketplace.asSystem(() -> disputes.get(dispute.id()));
  }

  private void deliver() {
    ShipRequest parcel = new ShipRequest(List.of(), "Colissimo", "6A1");
    UUID id = Marketplace.asSystem(() -> fulfilment.ship(potter, number(), parcel)).id();
    Marketplace.asSystem(() -> fulfilment.delivered(potter, number(), id));
  }

  private VendorBalance balance() {
    return Marketplace.asSystem(() -> earnings.balances(potter)).get(0);
  }

  private String number() {
    return order.vendorOrders().get(0).number();
  }

  private static Money eur(long minor) {
    return Money.of(minor, Market.EUR);
  }
}
