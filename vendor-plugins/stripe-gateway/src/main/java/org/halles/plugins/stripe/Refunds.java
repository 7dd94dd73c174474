package org.halles.plugins.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import org.halles.spi.PaymentGateway.RefundRequest;
import org.halles.spi.PaymentOutcome;
import org.halles.spi.PaymentOutcome.Approved;
import org.halles.spi.PaymentOutcome.Declined;
import org.halles.spi.PaymentOutcome.Pending;

/** Money given back. */
final class Refunds {

  private final Stripe stripe;

  Refunds(Stripe stripe) {
    this.stripe = stripe;
  }

  Reply give(RefundRequest request, String paymentIntent) {
    if (!Grid.fits(request.amount())) {
      return new Reply(
          null,
          new Declined(
              "amount-off-grid",
              request.amount()
                  + " cannot go back through Stripe: it must be a multiple of "
                  + Grid.step(request.amount().currency())
                  + " minor units"));
    }
    try {
      Refund made =
          stripe
              .api()
              .refunds()
              .create(
                  RefundCreateParams.builder()
                      .setPaymentIntent(paymentIntent)
                      .setAmount(Grid.toStripe(request.amount()))
                      .putMetadata(Stripe.KEY, request.idempotencyKey())
                      .putMetadata("halles_refund", request.reference())
                      .build(),
                  Stripe.under(request.idempotencyKey()));
      return new Reply(made.getId(), outcomeOf(made));
    } catch (StripeException error) {
      return new Reply(null, Refusals.of(error));
    }
  }

  PaymentOutcome find(String id) throws StripeException {
    return outcomeOf(stripe.api().refunds().retrieve(id));
  }

  /** Stripe keeps its fee of the charge and takes none for the refund. */
  private static PaymentOutcome outcomeOf(Refund refund) {
    return switch (refund.getStatus()) {
      case "succeeded" ->
          new Approved(
              refund.getId(),
              StripeGateway.noFee(Grid.fromStripe(refund.getAmount(), refund.getCurrency())));
      case "failed", "canceled" ->
          new Declined(
              "refund-refused",
              "Stripe could not give the money back: "
                  + (refund.getFailureReason() == null
                      ? refund.getStatus()
                      : refund.getFailureReason()));
      default -> new Pending(refund.getId());
    };
  }
}
