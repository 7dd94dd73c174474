package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.shared.NotFound;
import org.halles.spi.SimulatedAction;
import org.halles.spi.SimulatedAction.WaitingAction;

/** The page of a bank that does not exist: what its buyer is asked, and what the buyer decided. */
@ApplicationScoped
public class BuyerActions {

  private Plugins plugins;
  private Payments payments;
  private Settlement settlement;

  protected BuyerActions() {}

  @Inject
  public BuyerActions(Plugins plugins, Payments payments, Settlement settlement) {
    this.plugins = plugins;
    this.payments = payments;
    this.settlement = settlement;
  }

  /**
   * What the buyer is asked.
   *
   * @throws NotFound if nothing waits under this reference, or it is decided
   */
  @Allowed(Role.ANYONE)
  public WaitingAction waiting(String gateway, String reference) {
    return simulation(gateway)
        .waiting(reference)
        .orElseThrow(() -> new NotFound("waiting payment", reference));
  }

  /**
   * Passes the decision on and settles the payment at once; the first decision stands.
   *
   * @return what was waiting, with the way back
   * @throws NotFound if nothing waits under this reference, or it is decided
   */
  @Allowed(Role.ANYONE)
  public WaitingAction decide(String gateway, String reference, boolean approved) {
    WaitingAction action = waiting(gateway, reference);
    try {
      simulation(gateway).decide(reference, approved);
    } catch (NoSuchElementException goneMeanwhile) {
      throw new NotFound("waiting payment", reference);
    }
    UUID transaction = UUID.fromString(action.idempotencyKey());
    settlement.settle(transaction, payments.ask(gateway, transaction));
    return action;
  }

  private SimulatedAction simulation(String gateway) {
    return plugins
        .simulatedAction(gateway)
        .orElseThrow(() -> new NotFound("simulated gateway", gateway));
  }
}
