package org.halles.plugins.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import org.halles.spi.PaymentOutcome;
import org.halles.spi.PaymentOutcome.Declined;
import org.halles.spi.PaymentOutcome.Unknown;

/**
 * What an error of Stripe means for the money. Only what Stripe checks before it moves anything is
 * a refusal; after a broken connection, a 5xx, or a key still in use, nobody can tell yet. Stripe
 * stores the first answer to a key, also a 500: such a key must be looked up, not sent again.
 */
final class Refusals {

  private Refusals() {}

  static PaymentOutcome of(StripeException error) {
    if (error instanceof CardException card) {
      return card(card.getCode(), card.getDeclineCode());
    }
    if (error instanceof ApiConnectionException
        || error instanceof ApiException
        || error instanceof IdempotencyException) {
      return new Unknown(told(error));
    }
    if (error instanceof RateLimitException
        || error instanceof AuthenticationException
        || error instanceof PermissionException) {
      return new Declined(Declined.UNAVAILABLE, "Stripe took nothing: " + told(error));
    }
    if (error instanceof InvalidRequestException) {
      return invalid(error);
    }
    return new Unknown(told(error));
  }

  static Declined card(String code, String declineCode) {
    if ("insufficient_funds".equals(declineCode)) {
      return new Declined("insufficient-funds", "There is not enough money on this account.");
    }
    String reason = code == null ? "card_declined" : code;
    return switch (reason) {
      case "card_declined" -> new Declined("card-declined", "The bank declined the payment.");
      case "payment_intent_authentication_failure", "authentication_required" ->
          new Declined("action-declined", "The payment was not confirmed.");
      default -> new Declined(reason.replace('_', '-'), "The payment was refused: " + reason + ".");
    };
  }

  private static PaymentOutcome invalid(StripeException error) {
    String code = error.getCode() == null ? "invalid-request" : error.getCode();
    if (code.equals("lock_timeout") || code.equals("idempotency_key_in_use")) {
      return new Unknown(told(error));
    }
    if (code.equals("balance_insufficient")) {
      return new Declined(
          "balance-too-low", "The balance at the gateway is lower than this payout.");
    }
    return new Declined(code.replace('_', '-'), told(error));
  }

  private static String told(StripeException error) {
    return error.getStripeError() == null || error.getStripeError().getMessage() == null
        ? error.getClass().getSimpleName()
        : error.getStripeError().getMessage();
  }
}
