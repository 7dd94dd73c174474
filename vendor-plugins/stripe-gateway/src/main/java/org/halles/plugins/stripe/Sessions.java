package org.halles.plugins.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.time.Clock;
import java.time.Duration;
import org.halles.spi.PaymentGateway.ChargeRequest;
import org.halles.spi.PaymentOutcome;
import org.halles.spi.PaymentOutcome.Declined;
import org.halles.spi.PaymentOutcome.RequiresAction;

/** Payments on Stripe's own page, where the buyer chooses among the methods of the account. */
final class Sessions {

  /** Stripe allows no less than 30 minutes. */
  private static final Duration TIME_TO_PAY = Duration.ofMinutes(31);

  private static final String INTENT = "payment_intent";

  private final Stripe stripe;
  private final Settings settings;
  private final Clock clock;

  Sessions(Stripe stripe, Settings settings, Clock clock) {
    this.stripe = stripe;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @param hold true to take it later
   */
  Reply open(ChargeRequest request, boolean hold) {
    try {
      Session made =
          stripe
              .api()
              .checkout()
              .sessions()
              .create(params(request, hold), Stripe.under(request.idempotencyKey()));
      return new Reply(made.getId(), outcomeOf(made));
    } catch (StripeException error) {
      return new Reply(null, Refusals.of(error));
    }
  }

  Session retrieve(String id) throws StripeException {
    SessionRetrieveParams whole =
        SessionRetrieveParams.builder()
            .addExpand(INTENT)
            .addExpand(INTENT + "." + Intents.FEE)
            .build();
    return stripe.api().checkout().sessions().retrieve(id, whole);
  }

  PaymentOutcome outcomeOf(Session session) {
    return switch (session.getStatus()) {
      case "open" -> new RequiresAction(session.getId(), session.getUrl());
      case "expired" -> new Declined("action-expired", "The payment was not confirmed in time.");
      default -> new Intents(stripe, settings).outcomeOf(session.getPaymentIntentObject());
    };
  }

  private SessionCreateParams params(ChargeRequest request, boolean hold) {
    String back = settings.absolute(request.returnUrl());
    return SessionCreateParams.builder()
        .setMode(SessionCreateParams.Mode.PAYMENT)
        .setSuccessUrl(back)
        .setCancelUrl(back)
        .setClientReferenceId(request.reference())
        .setExpiresAt(clock.instant().plus(TIME_TO_PAY).getEpochSecond())
        .putMetadata(Stripe.KEY, request.idempotencyKey())
        .addLineItem(line(request))
        .setPaymentIntentData(
            SessionCreateParams.PaymentIntentData.builder()
                .setCaptureMethod(
                    hold
                        ? SessionCreateParams.PaymentIntentData.CaptureMethod.MANUAL
                        : SessionCreateParams.PaymentIntentData.CaptureMethod.AUTOMATIC)
                .setTransferGroup(request.reference())
                .setDescription(request.reference())
                .putMetadata(Stripe.KEY, request.idempotencyKey())
                .build())
        .build();
  }

  /** One line for the whole cart: what was bought is told by the marketplace, not by Stripe. */
  private static SessionCreateParams.LineItem line(ChargeRequest request) {
    return SessionCreateParams.LineItem.builder()
        .setQuantity(1L)
        .setPriceData(
            SessionCreateParams.LineItem.PriceData.builder()
                .setCurrency(Grid.currency(request.amount()))
                .setUnitAmount(Grid.toStripe(request.amount()))
                .setProductData(
                    SessionCreateParams.LineItem.PriceData.ProductData.builder()
                        .setName(request.reference())
                        .build())
                .build())
        .build();
  }
}
