package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.Payments;
import org.halles.spi.PaymentGateway.GatewayEvent;
import org.halles.spi.PaymentOutcome;
import org.jboss.logging.Logger;

/**
 * Receives what gateways tell us. A message is believed only that something happened to a payment:
 * what happened is asked from the gateway, so that forged, repeated, late and reordered messages
 * change nothing.
 */
@ApplicationScoped
public class GatewayMessages {

  private static final Logger LOG = Logger.getLogger(GatewayMessages.class);

  /** How the types of messages about chargebacks begin. */
  private static final String CHARGEBACK = "chargeback";

  private Payments payments;
  private GatewayMessageLog log;

  protected GatewayMessages() {}

  @Inject
  public GatewayMessages(Payments payments, GatewayMessageLog log) {
    this.payments = payments;
    this.log = log;
  }

  /**
   * Receives a message.
   *
   * @param body the raw bytes
   * @param headers names in lower case
   * @return false if its signature is wrong
   * @throws org.halles.marketplace.shared.NotFound if no such gateway is installed
   */
  @Allowed(Role.ANYONE)
  public boolean receive(String gateway, byte[] body, Map<String, String> headers) {
    Optional<GatewayEvent> event = payments.verify(gateway, body, headers);
    if (event.isEmpty()) {
      return false;
    }
    if (event.get().type().startsWith(CHARGEBACK)) {
      takenBack(gateway, event.get());
      return true;
    }
    Optional<PaymentTransaction> about =
        transactionOf(event.get()).filter(known -> known.gateway().equals(gateway));
    if (about.isEmpty()) {
      LOG.infof("gateway %s told of %s, which is none of ours", gateway, event.get().id());
      log.remember(gateway, event.get());
    } else if (about.get().status().isFinal()) {
      log.remember(gateway, event.get());
    } else {
      PaymentOutcome outcome = payments.ask(gateway, about.get().id());
      log.settle(gateway, event.get(), about.get().id(), outcome);
    }
    return true;
  }

  /** What it says is not believed either: how the chargeback stands is asked. */
  private void takenBack(String gateway, GatewayEvent event) {
    payments
        .chargeback(gateway, event.idempotencyKey())
        .ifPresentOrElse(
            chargeback -> log.tell(gateway, event, chargeback), () -> log.remember(gateway, event));
  }

  private Optional<PaymentTransaction> transactionOf(GatewayEvent event) {
    try {
      return log.find(UUID.fromString(event.idempotencyKey()));
    } catch (IllegalArgumentException notOneOfOurKeys) {
      return Optional.empty();
    }
  }
}
