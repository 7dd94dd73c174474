package org.halles.plugins.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway.ChargeRequest;
import org.halles.spi.PaymentOutcome;
import org.halles.spi.PaymentOutcome.Approved;
import org.halles.spi.PaymentOutcome.Declined;
import org.halles.spi.PaymentOutcome.Pending;
import org.halles.spi.PaymentOutcome.RequiresAction;
import org.halles.spi.PaymentOutcome.Unknown;

/** Payments with a method that the buyer's client obtained from Stripe. */
final class Intents {

  /** What tells the fee in the same answer. */
  static final String FEE = "latest_charge.balance_transaction";

  private final Stripe stripe;
  private final Settings settings;

  Intents(Stripe stripe, Settings settings) {
    this.stripe = stripe;
    this.settings = settings;
  }

  /**
   * @param hold true to take it later
   */
  Reply confirm(ChargeRequest request, boolean hold) {
    try {
      PaymentIntent made =
          stripe
              .api()
              .paymentIntents()
              .create(params(request, hold), Stripe.under(request.idempotencyKey()));
      return new Reply(made.getId(), new Intents(stripe, settings).outcomeOf(made));
    } catch (StripeException error) {
      return refused(error);
    }
  }

  PaymentOutcome find(String id) throws StripeException {
    return outcomeOf(retrieve(id));
  }

  PaymentIntent retrieve(String id) throws StripeException {
    return stripe
        .api()
        .paymentIntents()
        .retrieve(id, PaymentIntentRetrieveParams.builder().addExpand(FEE).build());
  }

  /**
   * Where a payment stands. One whose method was refused is cancelled, so that nothing can move
   * under it any more.
   */
  PaymentOutcome outcomeOf(PaymentIntent intent) {
    return switch (intent.getStatus()) {
      case "requires_capture" -> Holds.held(intent);
      case "succeeded" -> Holds.isOne(intent) ? Holds.held(intent) : approved(intent);
      case "processing" -> new Pending(intent.getId());
      case "requires_action" -> action(intent);
      case "canceled" -> Holds.wasHeld(intent) ? Holds.held(intent) : declined(intent);
      default -> cancelled(intent);
    };
  }

  private PaymentIntentCreateParams params(ChargeRequest request, boolean hold) {
    return PaymentIntentCreateParams.builder()
        .setAmount(Grid.toStripe(request.amount()))
        .setCurrency(Grid.currency(request.amount()))
        .setPaymentMethod(request.token())
        .setConfirm(true)
        .setCaptureMethod(
            hold
                ? PaymentIntentCreateParams.CaptureMethod.MANUAL
                : PaymentIntentCreateParams.CaptureMethod.AUTOMATIC)
        .setAutomaticPaymentMethods(
            PaymentIntentCreateParams.AutomaticPaymentMethods.builder().setEnabled(true).build())
        .setReturnUrl(settings.absolute(request.returnUrl()))
        .setTransferGroup(request.reference())
        .setDescription(request.reference())
        .putMetadata(Stripe.KEY, request.idempotencyKey())
        .addExpand(FEE)
        .build();
  }

  private Reply refused(StripeException error) {
    StripeError detail = error.getStripeError();
    PaymentOutcome outcome = Refusals.of(error);
    if (outcome instanceof Declined && detail != null && detail.getPaymentIntent() != null) {
      return new Reply(detail.getPaymentIntent().getId(), outcomeOf(detail.getPaymentIntent()));
    }
    return new Reply(null, outcome);
  }

  /** The money moved; until the fee is known the books cannot take it. */
  private static PaymentOutcome approved(PaymentIntent intent) {
    Charge charge = intent.getLatestChargeObject();
    BalanceTransaction booked = charge == null ? null : charge.getBalanceTransactionObject();
    if (booked == null) {
      return new Pending(intent.getId());
    }
    if (!booked.getCurrency().equals(intent.getCurrency())) {
      return new Unknown(
          "Stripe settles %s in %s: take %s out of HALLES_STRIPE_CURRENCIES, or let the account hold it"
              .formatted(intent.getId(), booked.getCurrency(), intent.getCurrency()));
    }
    Money fee = Grid.fromStripe(booked.getFee(), booked.getCurrency());
    return new Approved(intent.getId(), fee);
  }

  private PaymentOutcome action(PaymentIntent intent) {
    PaymentIntent.NextAction next = intent.getNextAction();
    return next != null && next.getRedirectToUrl() != null
        ? new RequiresAction(intent.getId(), next.getRedirectToUrl().getUrl())
        : cancelled(intent);
  }

  private PaymentOutcome cancelled(PaymentIntent intent) {
    try {
      PaymentIntent now =
          stripe
              .api()
              .paymentIntents()
              .cancel(intent.getId(), PaymentIntentCancelParams.builder().addExpand(FEE).build());
      return declined(now);
    } catch (StripeException raced) {
      return new Unknown(intent.getId() + " is " + intent.getStatus() + " and cannot be cancelled");
    }
  }

  private static PaymentOutcome declined(PaymentIntent intent) {
    StripeError last = intent.getLastPaymentError();
    return last == null
        ? new Declined("action-expired", "The payment was not confirmed in time.")
        : Refusals.card(last.getCode(), last.getDeclineCode());
  }
}
