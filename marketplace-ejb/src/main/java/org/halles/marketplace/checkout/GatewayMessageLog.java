package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.Transactions;
import org.halles.marketplace.shared.Database;
import org.halles.spi.PaymentGateway.Chargeback;
import org.halles.spi.PaymentGateway.GatewayEvent;
import org.halles.spi.PaymentOutcome;

/** Remembers which messages were received, in the transaction of what they made happen. */
@ApplicationScoped
public class GatewayMessageLog {

  private Database database;
  private Transactions transactions;
  private Settlement settlement;
  private Event<ChargebackTold> chargebacks;
  private Clock clock;

  protected GatewayMessageLog() {}

  @Inject
  public GatewayMessageLog(
      Database database,
      Transactions transactions,
      Settlement settlement,
      Event<ChargebackTold> chargebacks,
      Clock clock) {
    this.database = database;
    this.transactions = transactions;
    this.settlement = settlement;
    this.chargebacks = chargebacks;
    this.clock = clock;
  }

  /** The payment transaction a message is about, if it is one of ours. */
  @Allowed(Role.ANYONE)
  @Transactional
  public Optional<PaymentTransaction> find(UUID id) {
    return transactions.find(id);
  }

  /** Remembers a message; false if it was received before. */
  @Allowed(Role.ANYONE)
  @Transactional
  public boolean remember(String gateway, GatewayEvent event) {
    return database.update(
            """
            insert into gateway_event (gateway, event_id, idempotency_key, type, at, received_at)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """,
            gateway,
            event.id(),
            event.idempotencyKey(),
            event.type(),
            event.at(),
            clock.instant())
        == 1;
  }

  /** Remembers a message and records what the gateway said when it was asked because of it. */
  @Allowed(Role.ANYONE)
  @Transactional
  public void settle(String gateway, GatewayEvent event, UUID transaction, PaymentOutcome outcome) {
    if (remember(gateway, event)) {
      settlement.settle(transaction, outcome);
    }
  }

  /** Remembers a message and tells how the chargeback stands that it is about. */
  @Allowed(Role.ANYONE)
  @Transactional
  public void tell(String gateway, GatewayEvent event, Chargeback chargeback) {
    if (remember(gateway, event)) {
      chargebacks.fire(new ChargebackTold(gateway, chargeback));
    }
  }
}
