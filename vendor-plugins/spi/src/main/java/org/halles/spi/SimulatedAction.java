package org.halles.spi;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Implemented by a {@link PaymentGateway} that moves no real money and whose buyer action (the page
 * of a bank, say) Halles simulates: a page of this host shows the waiting payment and passes the
 * person's decision on.
 *
 * <p>A gateway that moves real money must not implement this.
 */
public interface SimulatedAction {

  /**
   * The payment that waits for its buyer, or empty if there is none under this reference or it is
   * decided.
   *
   * @param gatewayReference from {@link PaymentOutcome.RequiresAction}; a capability that cannot be
   *     guessed
   */
  Optional<WaitingAction> waiting(String gatewayReference);

  /**
   * What the buyer decided. The first decision stands; a later one changes nothing. Afterwards
   * {@link PaymentGateway#find} tells the outcome.
   *
   * @throws java.util.NoSuchElementException if no payment has this reference
   */
  void decide(String gatewayReference, boolean approved);

  /**
   * The signed messages this gateway would have sent about its operations since an instant
   * (inclusive), oldest first, at most {@code limit}, to be delivered to this host's webhook.
   */
  List<SignedMessage> messagesSince(Instant since, int limit);

  /**
   * Lets the buyer's bank take money of a charge back.
   *
   * @param chargeKey the idempotency key of the charge
   * @param amount at most what is left of it
   * @param reason the bank's word for it
   * @return the gateway's reference of the chargeback, or empty if no such charge was paid, less is
   *     left of it, or nothing of the kind is simulated
   */
  default Optional<String> chargeBack(String chargeKey, Money amount, String reason) {
    return Optional.empty();
  }

  /**
   * What the bank decided about a chargeback. The first decision stands.
   *
   * @return false if there is none under this reference
   */
  default boolean decideChargeback(String reference, boolean won) {
    return false;
  }

  /**
   * What the bank decided about a chargeback of which it gives a part back. The first decision
   * stands.
   *
   * @param kept what stays with the buyer: above zero and less than was taken back
   * @return false if there is none under this reference, or this is not simulated
   */
  default boolean decideChargeback(String reference, Money kept) {
    return false;
  }

  /**
   * @param idempotencyKey what the charge was sent under
   * @param amount what the buyer is asked for
   * @param reference the order group's number
   * @param returnUrl where the buyer goes after deciding
   */
  record WaitingAction(String idempotencyKey, Money amount, String reference, String returnUrl) {}

  /**
   * @param body the raw bytes
   * @param headers names in lower case
   */
  record SignedMessage(byte[] body, Map<String, String> headers) {

    public SignedMessage {
      body = body.clone();
      headers = Map.copyOf(headers);
    }

    @Override
    public byte[] body() {
      return body.clone();
    }
  }
}
