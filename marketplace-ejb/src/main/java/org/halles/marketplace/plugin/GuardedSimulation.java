package org.halles.marketplace.plugin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.halles.spi.Money;
import org.halles.spi.SimulatedAction;

/** A guarded gateway that also simulates the buyer's bank. */
final class GuardedSimulation extends GuardedGateway implements SimulatedAction {

  private static final Duration BUDGET = Duration.ofSeconds(5);

  private final GuardedCalls calls;
  private final Supplier<Object> configured;

  GuardedSimulation(Extension extension, GuardedCalls calls, Supplier<Object> configured) {
    super(extension, calls, configured);
    this.calls = calls;
    this.configured = configured;
  }

  private SimulatedAction simulation() {
    return (SimulatedAction) configured.get();
  }

  @Override
  public Optional<WaitingAction> waiting(String gatewayReference) {
    return calls
        .within(BUDGET, () -> simulation().waiting(gatewayReference))
        .orElseThrow(this::away);
  }

  @Override
  public void decide(String gatewayReference, boolean approved) {
    boolean known =
        calls.within(BUDGET, () -> decided(gatewayReference, approved)).orElseThrow(this::away);
    if (!known) {
      throw new NoSuchElementException("no payment waits under '" + gatewayReference + "'");
    }
  }

  /** That a reference is unknown is an answer, not a fault of the plugin. */
  private boolean decided(String gatewayReference, boolean approved) {
    try {
      simulation().decide(gatewayReference, approved);
      return true;
    } catch (NoSuchElementException unknown) {
      return false;
    }
  }

  @Override
  public Optional<String> chargeBack(String chargeKey, Money amount, String reason) {
    return calls
        .within(BUDGET, () -> simulation().chargeBack(chargeKey, amount, reason))
        .orElseThrow(this::away);
  }

  @Override
  public boolean decideChargeback(String reference, boolean won) {
    return calls
        .within(BUDGET, () -> simulation().decideChargeback(reference, won))
        .orElseThrow(this::away);
  }

  @Override
  public boolean decideChargeback(String reference, Money kept) {
    return calls
        .within(BUDGET, () -> simulation().decideChargeback(reference, kept))
        .orElseThrow(this::away);
  }

  @Override
  public List<SignedMessage> messagesSince(Instant since, int limit) {
    return calls.within(BUDGET, () -> simulation().messagesSince(since, limit)).orElse(List.of());
  }
}
