package org.halles.marketplace.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.VendorBalance;
import org.halles.marketplace.refund.CannotRefund;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.shared.Attachment;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.PlatformClock;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** What a bank takes back, and how it is answered and decided. */
class ChargebacksTest extends ChargebackScene {

  @Test
  void aChargebackSetsEveryVendorsPartAsideAndCostsAFee() {
    deliver(potter, 0);

    DisputeView dispute = told(takeBack(3300), "opened");

    assertThat(dispute.kind()).isEqualTo(DisputeKind.CHARGEBACK);
    assertThat(dispute.amount()).isEqualTo(eur(3300));
    assertThat(dispute.fee()).isEqualTo(eur(1500));
    assertThat(balance(potter).available()).isEqualTo(eur(0));
    assertThat(balance(potter).disputed()).isEqualTo(eur(2160));
    assertThat(balance(baker).pending()).isEqualTo(eur(0));
    assertThat(balance(baker).disputed()).isEqualTo(eur(840));
    assertThat(balanceOf("dispute_fee_expense")).isEqualTo(fees.plus(eur(1500)));
    assertThat(refundStatus()).isEqualTo("REFUNDED");
  }

  @Test
  void wonPutsBackExactlyWhatWasTakenAndTheFee() {
    deliver(potter, 0);
    String reference = takeBack(3300);
    told(reference, "opened");
    OneGateway.fake().decideChargeback(reference, true);

    DisputeView won = told(reference, "won");

    assertThat(won.status()).isEqualTo(DisputeStatus.WON);
    assertThat(balance(potter).available()).isEqualTo(eur(2160));
    assertThat(balance(baker).pending()).isEqualTo(eur(840));
    assertThat(balance(potter).disputed()).isEqualTo(eur(0));
    assertThat(balanceOf("dispute_fee_expense")).isEqualTo(fees);
    assertThat(refundStatus()).isEqualTo("NONE");
  }

  @Test
  void lostTakesEverybodysPartForGoodAndKeepsTheFee() {
    String reference = takeBack(3300);
    told(reference, "opened");
    OneGateway.fake().decideChargeback(reference, false);

    DisputeView lost = told(reference, "lost");

    assertThat(lost.status()).isEqualTo(DisputeStatus.LOST);
    assertThat(lost.refunded()).isEqualTo(eur(3300));
    assertThat(balance(potter).disputed()).isEqualTo(eur(0));
    assertThat(balance(potter).pending()).isEqualTo(eur(0));
    assertThat(balance(baker).disputed()).isEqualTo(eur(0));
    assertThat(refundStatus()).isEqualTo("REFUNDED");
  }

  /**
   * The bank keeps 10.01 of 33.00: 6.07 of the bowl, 1.52 of the loaf, 1.21 of each shipping. Of
   * the bowl's 6.07 the market gives 0.60 and 0.12 of VAT, exactly 60.7 and 12.14, and the potter
   * 5.35, exactly 534.16, for its next cent falls due at 6.08 already; of the loaf's 1.52 likewise
   * 0.15, 0.03 and 1.34.
   */
  @Test
  void partlyWonTakesOfEveryLegWhatTheBankKeptAndPutsTheRestBack() {
    deliver(potter, 0);
    Money income = balanceOf("commission_income");
    Money vat = balanceOf("commission_vat_payable");
    String reference = takeBack(3300);
    DisputeView opened = told(reference, "opened");
    OneGateway.fake().decideChargeback(reference, eur(1001));

    DisputeView partly = told(reference, "partly");

    assertThat(partly.status()).isEqualTo(DisputeStatus.PARTLY);
    assertThat(partly.refunded()).isEqualTo(eur(1001));
    assertThat(balance(potter).available()).isEqualTo(eur(2160 - 656));
    assertThat(balance(baker).pending()).isEqualTo(eur(840 - 255));
    assertThat(balance(potter).disputed()).isEqualTo(eur(0));
    assertThat(balance(baker).disputed()).isEqualTo(eur(0));
    assertThat(income.minus(balanceOf("commission_income")).minor()).isEqualTo(75);
    assertThat(vat.minus(balanceOf("commission_vat_payable")).minor()).isEqualTo(15);
    assertThat(balanceOf("dispute_fee_expense")).isEqualTo(fees.plus(eur(1500)));
    DisputeView seen = Marketplace.asSystem(() -> answering.get(potter, opened.id()));
    assertThat(seen.amount()).isEqualTo(eur(2160));
    assertThat(seen.refunded()).isEqualTo(eur(656));
    told(reference, "again");
    assertThat(balance(potter).available()).isEqualTo(eur(2160 - 656));
    refund(3300 - 1001);
    assertThat(refundStatus()).isEqualTo("REFUNDED");
  }

  /** 21.60 were paid out: of that debt, what the bank gave back is owed no more. */
  @Test
  void partlyWonAfterAPayoutLeavesADebtOfWhatTheBankKept() {
    deliver(potter, 0);
    Market.payOut(potter.vendorId(), eur(2160));
    String reference = takeBack(3300);
    told(reference, "opened");
    assertThat(balance(potter).debt()).isEqualTo(eur(2160));
    OneGateway.fake().decideChargeback(reference, eur(1001));

    told(reference, "partly");

    assertThat(balance(potter).debt()).isEqualTo(eur(656));
    assertThat(balance(potter).available()).isEqualTo(eur(0));
  }

  /** The potter's 21.60 are at its bank: it owes them, until the bank gives the money back. */
  @Test
  void whatWasPaidOutIsOwedAndAWonChargebackEndsTheDebt() {
    deliver(potter, 0);
    Market.payOut(potter.vendorId(), eur(2160));
    String reference = takeBack(3300);
    told(reference, "opened");
    assertThat(balance(potter).debt()).isEqualTo(eur(2160));
    OrderGroupView later = buy();
    deliver(potter, later, 0);
    assertThat(balance(potter).debt()).isEqualTo(eur(0));

    OneGateway.fake().decideChargeback(reference, true);
    told(reference, "won");

    assertThat(balance(potter).debt()).isEqualTo(eur(0));
    assertThat(balance(potter).available()).isEqualTo(eur(2160));
  }

  @Test
  void messagesThatComeTwiceLateOrInTheWrongOrderChangeNothing() {
    String reference = takeBack(3300);
    OneGateway.fake().decideChargeback(reference, true);
    told(reference, "won");
    VendorBalance after = balance(potter);

    told(reference, "opened");
    message("evt-" + reference + "-won", reference);
    told(reference, "contested");

    assertThat(balance(potter)).isEqualTo(after);
    assertThat(read(reference).status()).isEqualTo(DisputeStatus.WON);
    assertThat(entriesOf(reference)).as("opened, and turned round").isEqualTo(2);
  }

  @Test
  void theSameNewsByManyMessagesAtOnceIsBookedOnce() throws Exception {
    String reference = takeBack(3300);
    List<Callable<Boolean>> many = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String id = "evt-" + reference + "-" + i;
      many.add(() -> message(id, reference));
    }

    together(many);

    assertThat(entriesOf(reference)).isEqualTo(1);
    assertThat(balance(potter).disputed()).isEqualTo(eur(2160));
  }

  @Test
  void aForgedMessageIsRefusedAndALostOneIsFoundAnyhow() {
    String reference = takeBack(3300);
    byte[] body = ("evt-x " + reference + " chargeback.opened").getBytes(StandardCharsets.UTF_8);
    assertThat(messages.receive("fake", body, Map.of("signature", "wrong"))).isFalse();
    assertThatThrownBy(() -> read(reference)).hasMessageContaining("dispute");
    told(reference, "opened");
    OneGateway.fake().decideChargeback(reference, false);

    worker.round();

    assertThat(read(reference).status()).isEqualTo(DisputeStatus.LOST);
  }

  /** Nobody could ask for a month, and then there is more than one answer tells. */
  @Test
  void whatBanksTookBackDuringALongOutageIsFoundAfterIt() throws Exception {
    PlatformClock clock = Marketplace.get(PlatformClock.class);
    Instant outage = clock.instant().minus(Duration.ofDays(30));
    Marketplace.asSystem(() -> asked(outage));
    List<String> references = new ArrayList<>();
    for (int one = 0; one < 101; one++) {
      references.add(clock.at(outage.plusSeconds(one), () -> takeBack(1)));
    }

    worker.round();

    assertThat(references)
        .allSatisfy(one -> assertThat(read(one).status()).isEqualTo(DisputeStatus.OPENED));
    assertThat(Marketplace.asSystem(() -> lookout.since("fake"))).isAfter(outage);
  }

  /** 33.00 are on their way to the buyer, whose bank has taken 10.00 of them back besides. */
  @Test
  void whatCannotBeBookedForDaysIsFoundOnceItCan() throws Exception {
    PlatformClock clock = Marketplace.get(PlatformClock.class);
    String reference = takeBack(1000);
    decideToRefund(3300);
    worker.round();
    Instant later = clock.instant().plus(Duration.ofDays(5));
    clock.at(later, () -> worker.round());
    assertThatThrownBy(() -> read(reference)).hasMessageContaining("dispute");

    Sweeps.everything();
    clock.at(later, () -> worker.round());

    assertThat(read(reference).status()).isEqualTo(DisputeStatus.OPENED);
    OneGateway.fake().decideChargeback(reference, true);
    worker.round();
  }

  /** Of 33.00 the bank took all and kept 10.01, while 20.00 were on their way to the buyer. */
  @Test
  void whatFitsNoMoreIsTakenForWhatStaysWithTheBuyerOnceThatIsDecided() {
    String reference = takeBack(3300);
    decideToRefund(2000);
    worker.round();
    assertThatThrownBy(() -> read(reference)).hasMessageContaining("dispute");
    OneGateway.fake().decideChargeback(reference, eur(1001));
    Sweeps.everything();

    worker.round();

    DisputeView lost = read(reference);
    assertThat(lost.status()).isEqualTo(DisputeStatus.LOST);
    assertThat(lost.amount()).isEqualTo(eur(1001));
    assertThat(lost.fee()).isEqualTo(eur(1500));
    told(reference, "again");
    assertThat(entriesOf(reference)).as("opened, and lost").isEqualTo(2);
    refund(3300 - 2000 - 1001);
    assertThat(refundStatus()).isEqualTo("REFUNDED");
  }

  /** Nothing is missing in the end: there is nothing to book, and nothing to ask for again. */
  @Test
  void whatFitsNoMoreAndCameBackWholeChangesNothing() {
    String reference = takeBack(3300);
    decideToRefund(2000);
    OneGateway.fake().decideChargeback(reference, true);

    message("evt-" + reference, reference);
    worker.round();

    assertThatThrownBy(() -> read(reference)).hasMessageContaining("dispute");
    refund(3300 - 2000);
    assertThat(refundStatus()).isEqualTo("REFUNDED");
  }

  private Instant asked(Instant until) {
    lookout.reached("fake", until);
    return until;
  }

  /** 20.00 and 20.00 of 33.00: the second finds 13.00 left, whoever comes second. */
  @Test
  void refundsAndChargebacksTogetherNeverExceedWhatWasPaid() throws Exception {
    for (int round = 0; round < 5; round++) {
      order = buy();
      String reference = takeBack(2000);
      RefundRequest wanted = new RefundRequest(List.of(), false, eur(2000), "Sorry");
      List<Callable<Boolean>> race =
          List.of(
              () -> went(() -> message("evt-race-" + reference, reference)),
              () ->
                  went(
                      () ->
                          Marketplace.asSystem(
                              () -> refunding.byOperator(order.number(), null, wanted))),
              () ->
                  went(
                      () ->
                          Marketplace.asSystem(
                              () -> refunding.byOperator(order.number(), null, wanted))));

      List<Boolean> outcomes = together(race);

      assertThat(outcomes).containsOnlyOnce(true);
      OneGateway.fake().decideChargeback(reference, true);
      Sweeps.everything();
      went(() -> message("evt-after-" + reference, reference));
    }
  }

  @Test
  void whatIsLeftAfterAChargebackIsSaidWhenMoreIsAskedBack() {
    told(takeBack(3000), "opened");
    RefundRequest wanted = new RefundRequest(List.of(), false, eur(301), "Sorry");

    assertThatThrownBy(
            () -> Marketplace.asSystem(() -> refunding.byOperator(order.number(), null, wanted)))
        .isInstanceOfSatisfying(
            CannotRefund.class,
            refusal ->
                assertThat(refusal.facts())
                    .containsEntry("wanted", eur(301))
                    .containsEntry("left", eur(300)));
  }

  @Test
  void theOperatorContestsWithEvidenceAndTheBankDecides() {
    String reference = takeBack(3300);
    DisputeView dispute = told(reference, "opened");

    DisputeView contested =
        Marketplace.asSystem(
            () -> answers.contest(dispute.id(), "Signed for on the 3rd.", List.of(), List.of()));

    assertThat(contested.status()).isEqualTo(DisputeStatus.EVIDENCE_SENT);
    assertThat(contested.statements()).hasSize(1);
    assertThatThrownBy(
            () ->
                Marketplace.asSystem(
                    () -> answers.contest(dispute.id(), "Again", List.of(), List.of())))
        .isInstanceOf(CannotDispute.class);
    assertThatThrownBy(
            () -> Marketplace.asSystem(() -> disputes.resolve(dispute.id(), null, "We decide")))
        .hasMessageContaining("the bank decides");
    assertThat(Marketplace.asSystem(() -> answers.accept(dispute.id())).status())
        .isEqualTo(DisputeStatus.LOST);
  }

  @Test
  void theBankIsSentTheFilesThatWereChosenAndTheOperatorsOwn() {
    String reference = takeBack(3300);
    UUID id = told(reference, "opened").id();
    DisputeView answered = answer(id, List.of(png("slip.png"), png("door.png")));
    List<DisputeView.File> given = answered.statements().get(0).files();
    UUID slip = given.get(0).id();

    DisputeView sent =
        Marketplace.asSystem(
            () -> answers.contest(id, "Signed for.", List.of(png("map.png")), List.of(slip)));

    assertThat(OneGateway.fake().evidence(reference).text()).isEqualTo("Signed for.");
    assertThat(OneGateway.fake().evidence(reference).files())
        .extracting(file -> file.name() + " " + file.contentType())
        .containsExactly("slip.png image/png", "map.png image/png");
    assertThat(sent.statements().stream().flatMap(said -> said.files().stream()))
        .extracting(file -> file.name() + " " + file.sent())
        .containsExactly("slip.png true", "door.png false", "map.png true");
    assertThatThrownBy(() -> answer(id, List.of()))
        .isInstanceOfSatisfying(
            CannotDispute.class,
            late -> assertThat(late.code()).isEqualTo("evidence-already-sent"));
  }

  @Test
  void filesOfOtherDisputesTooManyAndOtherKindsAreRefusedTogether() {
    UUID id = told(takeBack(3300), "opened").id();
    List<Attachment> five = List.of(png("1"), png("2"), png("3"), png("4"), png("5"));
    UUID mine = answer(id, five).statements().get(0).files().get(0).id();

    assertThatThrownBy(
            () ->
                Marketplace.asSystem(
                    () -> answers.contest(id, " ", five, List.of(mine, UUID.randomUUID()))))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            wrong ->
                assertThat(wrong.violations())
                    .extracting(Violation::field)
                    .containsExactlyInAnyOrder("text", "chosen", "chosen"));
    assertThat(read(id).status()).isEqualTo(DisputeStatus.OPENED);
  }

  /** The bank takes answers for 600,000 seconds; two days before, vendors' time is over. */
  @Test
  void aVendorsEvidenceIsTakenUntilTwoDaysBeforeTheBanksDeadline() throws Exception {
    DisputeView dispute = told(takeBack(3300), "opened");
    PlatformClock clock = Marketplace.get(PlatformClock.class);
    assertThat(dispute.evidenceBy()).isEqualTo(dispute.answerBy().minus(Duration.ofDays(2)));

    clock.at(dispute.evidenceBy().minusSeconds(1), () -> answer(dispute.id(), List.of()));

    assertThatThrownBy(
            () ->
                clock.at(
                    dispute.evidenceBy().plusSeconds(1), () -> answer(dispute.id(), List.of())))
        .isInstanceOfSatisfying(
            CannotDispute.class,
            late -> assertThat(late.facts()).containsEntry("until", dispute.evidenceBy()));
  }

  private DisputeView answer(UUID id, List<Attachment> files) {
    return Marketplace.asSystem(() -> answering.answer(potter, id, "It left whole.", files));
  }

  private static Attachment png(String name) {
    return new Attachment(name, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 1});
  }

  /** The same 21.60 wait for the market and for the bank; both decide for the potter. */
  @Test
  void aComplaintAndAChargebackAboutTheSameMoneyUntangleWholly() {
    deliver(potter, 0);
    String number = order.vendorOrders().get(0).number();
    Complaint split = new Complaint("damaged", "It is split.", null, List.of());
    DisputeView complaint = complaining.open(order.number(), order.accessKey(), number, split);
    String reference = takeBack(3300);
    told(reference, "opened");
    assertThat(balance(potter).disputed()).isEqualTo(eur(2160));
    assertThat(balance(potter).debt()).isEqualTo(eur(0));

    OneGateway.fake().decideChargeback(reference, true);
    told(reference, "won");
    assertThat(balance(potter).disputed()).as("still complained about").isEqualTo(eur(2160));
    assertThat(balance(potter).available()).isEqualTo(eur(0));

    Marketplace.asSystem(() -> disputes.reject(complaint.id(), "It is whole."));
    assertThat(balance(potter).available()).isEqualTo(eur(2160));
    assertThat(balance(potter).disputed()).isEqualTo(eur(0));
  }

  @Test
  void aVendorSeesItsOwnPartOfAChargebackOnly() {
    DisputeView dispute = told(takeBack(3300), "opened");
    Marketplace.asSystem(() -> answering.answer(baker, dispute.id(), "Eaten.", List.of()));

    DisputeView seen = Marketplace.asSystem(() -> answering.get(potter, dispute.id()));

    assertThat(seen.amount()).isEqualTo(eur(2160));
    assertThat(seen.fee()).isEqualTo(eur(0));
    assertThat(seen.parts()).hasSize(1);
    assertThat(seen.statements()).isEmpty();
  }

  /** Of 41.54 the vendor has 36.56, the market 4.15 and 0.83 of VAT. */
  @Test
  void aChargebackWonAfterAnotherRefundFollowedItLeavesThatRefundAsItWas() {
    order = checkout.pay(Market.basket(Market.article(4154, 1)).pay("approved"));
    refund(8);
    String reference = takeBack(1693);
    told(reference, "opened");
    refund(6);

    OneGateway.fake().decideChargeback(reference, true);

    assertThat(told(reference, "won").status()).isEqualTo(DisputeStatus.WON);
  }
}
