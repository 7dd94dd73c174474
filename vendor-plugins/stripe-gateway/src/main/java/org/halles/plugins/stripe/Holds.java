package org.halles.plugins.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.param.ChargeRetrieveParams;
import com.stripe.param.PaymentIntentCaptureParams;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.halles.spi.PaymentGateway.CaptureRequest;
import org.halles.spi.PaymentOutcome;
import org.halles.spi.PaymentOutcome.Approved;
import org.halles.spi.PaymentOutcome.Authorised;
import org.halles.spi.PaymentOutcome.Declined;
import org.halles.spi.PaymentOutcome.Pending;
import org.halles.spi.PaymentOutcome.Unknown;

/**
 * Money that Stripe holds first. It is taken once, and the rest let go with that; which of our keys
 * took it is left in the payment, for Stripe knows no key of a capture.
 */
final class Holds {

  /** Where the key of the capture is left in the payment. */
  static final String CAPTURE = "halles_capture";

  /** What cards hold at least, where Stripe does not say until when. */
  private static final Duration USUAL = Duration.ofDays(7);

  private final Stripe stripe;

  Holds(Stripe stripe) {
    this.stripe = stripe;
  }

  /** True if this payment is taken later. */
  static boolean isOne(PaymentIntent intent) {
    return "manual".equals(intent.getCaptureMethod());
  }

  /** True if it was held once, whatever became of it since. */
  static boolean wasHeld(PaymentIntent intent) {
    Charge charge = intent.getLatestChargeObject();
    return isOne(intent) && charge != null && "succeeded".equals(charge.getStatus());
  }

  /** Until when it is, or was, held. */
  static Authorised held(PaymentIntent intent) {
    Charge charge = intent.getLatestChargeObject();
    return new Authorised(
        intent.getId(), charge == null ? usual(intent.getCreated()) : captureBefore(charge));
  }

  private static Instant captureBefore(Charge charge) {
    Charge.PaymentMethodDetails details = charge.getPaymentMethodDetails();
    Charge.PaymentMethodDetails.Card card = details == null ? null : details.getCard();
    return card == null || card.getCaptureBefore() == null
        ? usual(charge.getCreated())
        : Instant.ofEpochSecond(card.getCaptureBefore());
  }

  private static Instant usual(long created) {
    return Instant.ofEpochSecond(created).plus(USUAL);
  }

  /** Takes so much of it; a capture whose answer was lost is found, not sent again. */
  Reply take(CaptureRequest request, String id) {
    if (!Grid.fits(request.amount())) {
      return new Reply(null, offGrid(request));
    }
    try {
      PaymentIntent intent = new Intents(stripe, null).retrieve(id);
      return intent.getStatus().equals("requires_capture")
          ? taken(
              stripe
                  .api()
                  .paymentIntents()
                  .capture(id, params(request), Stripe.under(request.idempotencyKey())),
              request.idempotencyKey())
          : taken(intent, request.idempotencyKey());
    } catch (StripeException error) {
      return new Reply(null, Refusals.of(error));
    }
  }

  private static Declined offGrid(CaptureRequest request) {
    return new Declined(
        "amount-off-grid",
        request.amount()
            + " cannot be taken through Stripe: it must be a multiple of "
            + Grid.step(request.amount().currency())
            + " minor units");
  }

  private static PaymentIntentCaptureParams params(CaptureRequest request) {
    return PaymentIntentCaptureParams.builder()
        .setAmountToCapture(Grid.toStripe(request.amount()))
        .putMetadata(CAPTURE, request.idempotencyKey())
        .addExpand(Intents.FEE)
        .build();
  }

  private static Reply taken(PaymentIntent intent, String key) {
    return switch (intent.getStatus()) {
      case "succeeded" ->
          key.equals(intent.getMetadata().get(CAPTURE))
              ? new Reply(
                  intent.getLatestChargeObject().getId(), paid(intent.getLatestChargeObject()))
              : new Reply(null, new Declined("captured", "It was captured under another key."));
      case "canceled" ->
          new Reply(null, new Declined("hold-ended", "Stripe holds this money no more."));
      default -> new Reply(null, new Unknown(intent.getId() + " is " + intent.getStatus()));
    };
  }

  /** The charge that a capture under this key made of a hold, if it did. */
  Optional<String> chargeOf(String intent, String key) throws StripeException {
    Reply reply = taken(new Intents(stripe, null).retrieve(intent), key);
    return Optional.ofNullable(reply.stripeId());
  }

  PaymentOutcome find(String charge) throws StripeException {
    return paid(retrieve(charge));
  }

  /** The payment that a capture belongs to. */
  String intentOf(String charge) throws StripeException {
    return retrieve(charge).getPaymentIntent();
  }

  private Charge retrieve(String charge) throws StripeException {
    return stripe
        .api()
        .charges()
        .retrieve(charge, ChargeRetrieveParams.builder().addExpand("balance_transaction").build());
  }

  private static PaymentOutcome paid(Charge charge) {
    BalanceTransaction booked = charge.getBalanceTransactionObject();
    return booked == null
        ? new Pending(charge.getId())
        : new Approved(charge.getId(), Grid.fromStripe(booked.getFee(), booked.getCurrency()));
  }

  /** Lets it go; what is let go already stays so. */
  PaymentOutcome letGo(String id, Sent hold) {
    try {
      PaymentIntent intent = new Intents(stripe, null).retrieve(id);
      return switch (intent.getStatus()) {
        case "succeeded" -> new Declined("captured", "It was captured.");
        case "canceled" -> new Approved(id, StripeGateway.noFee(hold.amount()));
        default -> cancelled(id, hold);
      };
    } catch (StripeException error) {
      return new Unknown("Stripe did not say: " + error.getClass().getSimpleName());
    }
  }

  private PaymentOutcome cancelled(String id, Sent hold) throws StripeException {
    PaymentIntent now = stripe.api().paymentIntents().cancel(id);
    return now.getStatus().equals("canceled")
        ? new Approved(id, StripeGateway.noFee(hold.amount()))
        : new Unknown(id + " is " + now.getStatus());
  }
}
