package org.halles.plugins.stripe;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.MetadataStore;
import com.stripe.model.checkout.Session;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.TransferListParams;
import com.stripe.param.checkout.SessionListParams;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.halles.spi.PaymentOutcome;
import org.halles.spi.PaymentOutcome.Declined;
import org.halles.spi.PaymentOutcome.Unknown;

/** What became of something sent. */
final class Lookup {

  /** Clocks differ; and so long may a request wait at our side before it leaves. */
  private static final Duration AROUND = Duration.ofMinutes(2);

  /**
   * So long after it was sent a request may still arrive: far above every time limit on the way.
   */
  private static final Duration MAY_ARRIVE = Duration.ofMinutes(3);

  private static final long PAGE = 100;

  private final Stripe stripe;
  private final Memory memory;
  private final Clock clock;

  Lookup(Stripe stripe, Memory memory, Clock clock) {
    this.stripe = stripe;
    this.memory = memory;
    this.clock = clock;
  }

  PaymentOutcome outcomeOf(Sent sent) {
    if (sent.kind() == Sent.Kind.NEVER) {
      return never();
    }
    try {
      String id = sent.stripeId() == null ? search(sent).orElse(null) : sent.stripeId();
      if (id != null) {
        memory.learn(sent.key(), id);
        return ask(sent.kind(), id);
      }
    } catch (StripeException error) {
      return new Unknown("Stripe did not say: " + error.getClass().getSimpleName());
    }
    if (clock.instant().isBefore(sent.at().plus(MAY_ARRIVE))) {
      return new Unknown("Stripe has not received " + sent.key() + " yet");
    }
    memory.giveUp(sent.key());
    return never();
  }

  /** The payment that belongs to a charge, if the buyer has come as far as paying. */
  Optional<String> paymentIntentOf(Sent charge) {
    if (charge.kind() == Sent.Kind.INTENT) {
      return Optional.of(charge.stripeId());
    }
    if (charge.kind() == Sent.Kind.CAPTURE) {
      return holdOf(charge);
    }
    if (charge.kind() != Sent.Kind.SESSION) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(sessions().retrieve(charge.stripeId()).getPaymentIntent());
    } catch (InvalidRequestException unknown) {
      return Optional.empty();
    } catch (StripeException error) {
      throw new IllegalStateException("Stripe did not say what paid for " + charge.key(), error);
    }
  }

  /** The payment that a capture takes. */
  private Optional<String> holdOf(Sent capture) {
    return memory
        .byKey(capture.about())
        .filter(hold -> hold.stripeId() != null)
        .flatMap(this::paymentIntentOf);
  }

  private PaymentOutcome ask(Sent.Kind kind, String id) throws StripeException {
    return switch (kind) {
      case SESSION -> {
        Session session = sessions().retrieve(id);
        yield sessions().outcomeOf(session);
      }
      case INTENT -> new Intents(stripe, null).find(id);
      case CAPTURE -> new Holds(stripe).find(id);
      case REFUND -> new Refunds(stripe).find(id);
      case TRANSFER -> new Transfers(stripe).find(id);
      case NEVER -> never();
    };
  }

  private Sessions sessions() {
    return new Sessions(stripe, null, clock);
  }

  /** Among what was made at that time: the lists are up to date at once, Stripe's search is not. */
  private Optional<String> search(Sent sent) throws StripeException {
    long from = sent.at().minus(AROUND).getEpochSecond();
    long to = sent.at().plus(MAY_ARRIVE).getEpochSecond();
    return switch (sent.kind()) {
      case CAPTURE -> {
        Optional<String> hold = holdOf(sent);
        yield hold.isEmpty()
            ? Optional.empty()
            : new Holds(stripe).chargeOf(hold.get(), sent.key());
      }
      case SESSION -> session(sent, from);
      case INTENT ->
          first(
              sent,
              stripe
                  .api()
                  .paymentIntents()
                  .list(
                      PaymentIntentListParams.builder()
                          .setLimit(PAGE)
                          .setCreated(
                              PaymentIntentListParams.Created.builder()
                                  .setGte(from)
                                  .setLte(to)
                                  .build())
                          .build())
                  .autoPagingIterable());
      case REFUND ->
          first(
              sent,
              stripe
                  .api()
                  .refunds()
                  .list(
                      RefundListParams.builder()
                          .setLimit(PAGE)
                          .setCreated(
                              RefundListParams.Created.builder().setGte(from).setLte(to).build())
                          .build())
                  .autoPagingIterable());
      case TRANSFER ->
          first(
              sent,
              stripe
                  .api()
                  .transfers()
                  .list(
                      TransferListParams.builder()
                          .setLimit(PAGE)
                          .setCreated(
                              TransferListParams.Created.builder().setGte(from).setLte(to).build())
                          .build())
                  .autoPagingIterable());
      case NEVER -> Optional.empty();
    };
  }

  /** Sessions are listed newest first, without a filter by time that every version has. */
  private Optional<String> session(Sent sent, long from) throws StripeException {
    SessionListParams pages = SessionListParams.builder().setLimit(PAGE).build();
    Iterable<Session> all = stripe.api().checkout().sessions().list(pages).autoPagingIterable();
    return StreamSupport.stream(all.spliterator(), false)
        .takeWhile(session -> session.getCreated() >= from)
        .filter(session -> sent.key().equals(session.getMetadata().get(Stripe.KEY)))
        .map(Session::getId)
        .findFirst();
  }

  private static <T extends MetadataStore<?>> Optional<String> first(Sent sent, Iterable<T> made) {
    return StreamSupport.stream(made.spliterator(), false)
        .filter(thing -> thing.getMetadata() != null)
        .filter(thing -> sent.key().equals(thing.getMetadata().get(Stripe.KEY)))
        .map(thing -> ((com.stripe.model.HasId) thing).getId())
        .findFirst();
  }

  private static Declined never() {
    return new Declined(Declined.NEVER_RECEIVED, "Stripe never received this payment.");
  }
}
