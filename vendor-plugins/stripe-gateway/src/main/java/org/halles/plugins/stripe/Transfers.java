package org.halles.plugins.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.Transfer;
import com.stripe.param.TransferCreateParams;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway.PayoutRequest;
import org.halles.spi.PaymentOutcome;
import org.halles.spi.PaymentOutcome.Approved;
import org.halles.spi.PaymentOutcome.Declined;

/**
 * Money sent on to vendors' connected accounts, from which Stripe pays their banks. Stripe does not
 * try a failed transfer again: the marketplace does, under a new key.
 */
final class Transfers {

  private final Stripe stripe;

  Transfers(Stripe stripe) {
    this.stripe = stripe;
  }

  Reply send(PayoutRequest request, String account) {
    if (!Grid.fits(request.amount())) {
      return new Reply(
          null,
          new Declined(
              "amount-not-payable",
              "Stripe takes %s in steps of %d minor units, not %s."
                  .formatted(
                      request.amount().currency(),
                      Grid.step(request.amount().currency()),
                      request.amount())));
    }
    try {
      Transfer made =
          stripe
              .api()
              .transfers()
              .create(
                  TransferCreateParams.builder()
                      .setAmount(Grid.toStripe(request.amount()))
                      .setCurrency(Grid.currency(request.amount()))
                      .setDestination(account)
                      .setDescription(request.reference())
                      .putMetadata(Stripe.KEY, request.idempotencyKey())
                      .build(),
                  Stripe.under(request.idempotencyKey()));
      return new Reply(made.getId(), outcomeOf(made));
    } catch (StripeException error) {
      return new Reply(null, Refusals.of(error));
    }
  }

  PaymentOutcome find(String id) throws StripeException {
    return outcomeOf(stripe.api().transfers().retrieve(id));
  }

  private static PaymentOutcome outcomeOf(Transfer transfer) {
    Money amount = Grid.fromStripe(transfer.getAmount(), transfer.getCurrency());
    return Boolean.TRUE.equals(transfer.getReversed())
        ? new Declined("transfer-reversed", "Stripe took the transfer back.")
        : new Approved(transfer.getId(), StripeGateway.noFee(amount));
  }
}
