package org.halles.marketplace.seeded;

import static org.halles.marketplace.testing.Marketplace.get;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.dispute.Disputes;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.payment.GatewayFeeTerms;
import org.halles.marketplace.payment.GatewayFees;
import org.halles.marketplace.payout.Aftercare;
import org.halles.marketplace.payout.PayoutRunView;
import org.halles.marketplace.payout.Payouts;
import org.halles.marketplace.reconciliation.DifferenceView;
import org.halles.marketplace.reconciliation.Differences;
import org.halles.marketplace.reconciliation.Reconciliations;
import org.halles.marketplace.reconciliation.SafeAction;
import org.halles.marketplace.refund.GiveBackPolicy;
import org.halles.marketplace.refund.GiveBackReason;
import org.halles.marketplace.refund.GiveBackTerms;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.refund.RefusedRefunds;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.testing.FakeGateway;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.OneGateway;
import org.halles.spi.Money;
import org.halles.spi.PaymentOutcome;

/** Two people of the platform: one proposes, gives back and decides, the other approves. */
final class Finance {

  private final Story story;
  private final Street street;
  private final FakeGateway gateway = OneGateway.fake();
  private final Caller one = person("one");
  private final Caller two = person("two");

  Finance(Story story, Street street) {
    this.story = story;
    this.street = street;
  }

  void giveAllBack() {
    if (story.random().nextInt(4) == 0) {
      gateway.refuseNextRefund();
    }
    story.with(
        street.transactions("CHARGE", "SUCCEEDED"),
        charge -> {
          Money all = Money.of(charge.minor(), Market.EUR);
          RefundRequest wanted = new RefundRequest(List.of(), false, all, "All of it");
          story.deed(
              "all of a purchase goes back",
              one,
              () -> get(Refunding.class).byOperator(charge.purchase(), null, wanted));
        });
  }

  /** What the platform keeps of orders that are placed from now on. */
  void changeTerms() {
    int kept = story.random().nextInt(4) * 2_500;
    int share = story.random().nextInt(5) * 2_500;
    GiveBackReason reason = story.oneOf(List.of(GiveBackReason.values()));
    int back = reason == GiveBackReason.CHARGEBACK ? 10_000 : 10_000 - kept;
    story.deed(
        "vendors bear " + share + " hundredths of a percent of the gateway's fee",
        one,
        () ->
            get(GatewayFees.class)
                .change(
                    new GatewayFeeTerms(
                        share, List.of(new GatewayFeeTerms.Estimate("*", 290, 30, "EUR")))));
    story.deed(
        "the platform keeps " + kept + " hundredths of a percent: " + reason,
        one,
        () ->
            get(GiveBackPolicy.class)
                .change(List.of(new GiveBackTerms(reason, kept, kept, back, false))));
  }

  /** No story tells of what another decided. */
  void everythingGoesBack() {
    story.deed(
        "the platform bears the gateway's fee",
        one,
        () -> get(GatewayFees.class).change(GatewayFeeTerms.PLATFORM));
    story.deed(
        "everything goes back",
        one,
        () ->
            get(GiveBackPolicy.class)
                .change(
                    Arrays.stream(GiveBackReason.values())
                        .map(reason -> new GiveBackTerms(reason, 0, 0, 10_000, false))
                        .toList()));
  }

  void giveGoodwill() {
    if (story.random().nextInt(4) == 0) {
      gateway.refuseNextRefund();
    }
    story.with(
        street.transactions("CHARGE", "SUCCEEDED"),
        charge -> {
          Money some = story.cents(900);
          story.deed(
              "goodwill of " + some,
              one,
              () ->
                  get(Refunding.class)
                      .goodwill(
                          charge.purchase(),
                          null,
                          new RefundRequest(List.of(), false, some, "Sorry")));
        });
  }

  /** Money a gateway would not give back: asked again, sent from the bank, or put aside. */
  void lookAfterRefusedRefunds() {
    story.with(
        street.refusedRefunds(),
        refused -> {
          switch (story.random().nextInt(4)) {
            case 0 ->
                story.deed(
                    "a refused refund is put aside",
                    one,
                    () -> get(RefusedRefunds.class).close(refused, "Given in cash"));
            case 1 -> sendFromTheBank(refused);
            default ->
                story.deed(
                    "a refused refund is tried again",
                    one,
                    () -> get(RefusedRefunds.class).retry(refused));
          }
        });
  }

  /** Nothing that was refused waits for anybody any more. */
  void sendRefusedRefunds() {
    street.refusedRefunds().forEach(this::sendFromTheBank);
  }

  private void sendFromTheBank(UUID refused) {
    story.deed(
        "a refused refund is sent from the bank",
        one,
        () ->
            get(RefusedRefunds.class)
                .transferred(refused, LocalDate.of(2020, 1, 2), "L-" + refused));
  }

  void decideComplaint() {
    story.with(
        street.complaints(),
        dispute -> {
          boolean rejected = story.random().nextBoolean();
          Money back = story.cents(400);
          story.deed(
              rejected ? "a complaint is rejected" : "a complaint gives back " + back,
              one,
              () ->
                  rejected
                      ? get(Disputes.class).reject(dispute, "It was whole.")
                      : get(Disputes.class).resolve(dispute, back, "Half of it."));
        });
  }

  void payOut() {
    street.payees().forEach(this::planPayout);
    story.deed("payouts are proposed", one, () -> get(Payouts.class).propose());
    if (story.random().nextInt(5) > 0) {
      story.with(
          proposed(),
          run ->
              story.deed("payouts are approved", two, () -> get(Payouts.class).approve(run.id())));
    }
  }

  private void planPayout(UUID vendor) {
    switch (story.random().nextInt(6)) {
      case 0 -> gateway.nextPayout(vendor, new PaymentOutcome.Pending("p"));
      case 1 -> gateway.nextPayout(vendor, new PaymentOutcome.Declined("closed", "Closed."));
      default -> {
        // paid at once
      }
    }
  }

  private List<PayoutRunView> proposed() {
    return story.look(() -> get(Payouts.class).runs(Paging.first())).items().stream()
        .filter(PayoutRunView::isProposed)
        .toList();
  }

  void lookAfterPayouts() {
    story.with(
        street.payouts("FAILED"),
        payout ->
            story.deed(
                "a refused payout is tried again", one, () -> get(Aftercare.class).retry(payout)));
    story.with(
        street.payouts("PAID"),
        payout ->
            story.deed(
                "a payout comes back from the bank",
                one,
                () -> get(Aftercare.class).returned(payout, "Account closed")));
  }

  /** Nothing stays proposed, and what was refused is given up. */
  void clearTheDesk() {
    for (PayoutRunView run : proposed()) {
      story.deed("a run is dropped", one, () -> get(Payouts.class).cancel(run.id()));
    }
    for (UUID payout : street.payouts("FAILED")) {
      story.deed(
          "a payout is given up", one, () -> get(Aftercare.class).giveUp(payout, "No account"));
    }
  }

  /** What banks took back of money that had gone back already is credit taken again, and a loss. */
  void bookWhatBanksKeep() {
    if (street.uncoveredChargebacks().isEmpty()) {
      return;
    }
    story.deed(
        "the journal is compared",
        one,
        () -> get(Reconciliations.class).run("fake", story.begin(), null));
    for (UUID chargeback : street.uncoveredChargebacks()) {
      story.with(
          differencesOf(chargeback),
          difference -> {
            story.deed(
                "a loss is proposed",
                one,
                () ->
                    get(Differences.class)
                        .propose(difference, SafeAction.BOOK_LOSS, "Had it already"));
            story.deed("a loss is agreed on", two, () -> get(Differences.class).agree(difference));
          });
    }
  }

  private List<UUID> differencesOf(UUID chargeback) {
    return story
        .look(() -> get(Differences.class).list("OPEN", null, new Paging(100, null)))
        .items()
        .stream()
        .filter(difference -> difference.key().equals(chargeback.toString()))
        .map(DifferenceView::id)
        .toList();
  }

  private static Caller person(String name) {
    return new Caller(UUID.randomUUID(), name + "@it.example", Set.of(Role.FINANCE), null);
  }
}
