package org.halles.marketplace.seeded;

import static org.halles.marketplace.testing.Marketplace.get;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.checkout.GatewayMessages;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.seeded.Street.Charge;
import org.halles.marketplace.testing.FakeGateway;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.OneGateway;
import org.halles.spi.Money;
import org.halles.spi.PaymentOutcome;

/** What happens at the gateway behind our back, and what of it we are told. */
final class Banks {

  private static final String[] WAITING = {"NEW", "SENT", "UNKNOWN", "PENDING", "REQUIRES_ACTION"};
  private static final String[] ANY = {
    "NEW", "SENT", "UNKNOWN", "PENDING", "REQUIRES_ACTION", "SUCCEEDED", "FAILED"
  };

  private final Story story;
  private final Street street;
  private final FakeGateway gateway = OneGateway.fake();
  private final List<String> chargebacks = new ArrayList<>();
  private final List<String> decided = new ArrayList<>();

  Banks(Story story, Street street) {
    this.story = story;
    this.street = street;
  }

  void decidePayment() {
    story.with(payments(WAITING), charge -> decide(charge, story.random().nextInt(4) > 0));
  }

  /** Money that is to be taken, or held first. */
  private List<Charge> payments(String... statuses) {
    List<Charge> all = new ArrayList<>(street.transactions("CHARGE", statuses));
    all.addAll(street.transactions("AUTHORISE", statuses));
    return all;
  }

  private void decide(Charge charge, boolean approved) {
    String key = charge.id().toString();
    if (gateway.find(key) instanceof PaymentOutcome.Pending) {
      if (approved) {
        gateway.approve(key);
      } else {
        gateway.decide(key, new PaymentOutcome.Declined("card-declined", "No."));
      }
    }
  }

  /** About any payment, also one that is long over: twice, late, or before the answer. */
  void sendMessage() {
    List<Charge> known = payments(ANY);
    known.addAll(street.transactions("CAPTURE", ANY));
    known.addAll(street.transactions("REFUND", ANY));
    known.removeIf(one -> !gateway.knows(one.id().toString()));
    story.with(known, one -> message(one.id() + " charge", story.random().nextInt(3)));
  }

  private void message(String about, int copy) {
    String event = "evt-%s-%d %s".formatted(about.replace(' ', '-'), copy, about);
    story.deed(
        "a message arrives, copy " + copy,
        Caller.GUEST,
        () ->
            get(GatewayMessages.class)
                .receive(
                    "fake", event.getBytes(StandardCharsets.UTF_8), Map.of("signature", "right")));
  }

  void chargeBack() {
    List<Charge> taken = new ArrayList<>(street.transactions("CHARGE", "SUCCEEDED"));
    taken.addAll(street.transactions("CAPTURE", "SUCCEEDED"));
    story.with(
        taken,
        charge -> {
          long left = gateway.left(charge.id().toString()).minor();
          if (left > 0) {
            chargeBack(
                charge,
                Money.of(1 + (long) ((left - 1) * story.random().nextDouble()), Market.EUR));
          }
        });
  }

  private void chargeBack(Charge charge, Money amount) {
    String reference = story.look(() -> gateway.chargeBack(charge.id().toString(), amount));
    chargebacks.add(reference);
    story.tell("a buyer's bank takes back " + amount);
    message(reference + " chargeback.news", 0);
  }

  /** The bank does not give what it holds, or says so. */
  void failCapture() {
    FakeGateway.CaptureFault how = story.oneOf(List.of(FakeGateway.CaptureFault.values()));
    gateway.failNextCapture(how);
    story.tell("the next capture is " + how);
  }

  /** From now on it gives what it was to refuse. */
  void willing() {
    gateway.willing();
  }

  /** What was planned of payouts and did not come is not for the payouts of a later story. */
  void payAtOnce() {
    street.payees().forEach(gateway::payAtOnce);
  }

  void decideChargeback() {
    story.with(
        chargebacks,
        reference -> {
          story.tell("a chargeback is " + decide(reference));
          chargebacks.remove(reference);
          decided.add(reference);
          if (story.random().nextBoolean()) {
            message(reference + " chargeback.news", 1);
          }
        });
  }

  /** What a bank had kept it gives back all the same, or a part of it. */
  void thinkAgain() {
    story.with(
        decided,
        reference -> {
          decided.remove(reference);
          if (gateway.chargeback(reference).orElseThrow().kept().isPositive()) {
            story.tell("a bank thinks again: " + giveMore(reference));
            message(reference + " chargeback.news", 2);
          }
        });
  }

  private String giveMore(String reference) {
    long kept = gateway.chargeback(reference).orElseThrow().kept().minor();
    if (kept > 1 && story.random().nextBoolean()) {
      long less = 1 + (long) ((kept - 1) * story.random().nextDouble());
      gateway.decideChargeback(reference, Money.of(less, Market.EUR));
      return "it keeps " + less;
    }
    gateway.decideChargeback(reference, true);
    return "won";
  }

  /** All to one side, or a part to each where there are two. */
  private String decide(String reference) {
    long taken = gateway.chargeback(reference).orElseThrow().amount().minor();
    int how = story.random().nextInt(3);
    if (how == 2 && taken > 1) {
      long kept = 1 + (long) ((taken - 1) * story.random().nextDouble());
      gateway.decideChargeback(reference, Money.of(kept, Market.EUR));
      return "won but for " + kept;
    }
    gateway.decideChargeback(reference, how == 0);
    return how == 0 ? "won" : "lost";
  }

  void decideEverything() {
    payments(WAITING).forEach(charge -> decide(charge, true));
    chargebacks.forEach(reference -> gateway.decideChargeback(reference, true));
    chargebacks.clear();
    street.attempts().forEach(attempt -> gateway.finishPayout(attempt.toString()));
  }
}
