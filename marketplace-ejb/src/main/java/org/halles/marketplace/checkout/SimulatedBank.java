package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway;
import org.halles.spi.SimulatedAction;
import org.halles.spi.SimulatedAction.SignedMessage;
import org.jboss.logging.Logger;

/**
 * The buyer's bank of a gateway that moves no real money: it takes money back and decides about it,
 * and its gateway's signed messages arrive here as real ones would.
 */
@ApplicationScoped
public class SimulatedBank {

  private static final Duration JUST_NOW = Duration.ofSeconds(30);
  private static final int MOST = 1000;

  /**
   * What the bank did, with the newest signed message about it, to be sent again by whoever tries
   * what repeated, late and reordered messages do.
   *
   * @param reference the gateway's own
   * @param body of the message
   * @param headers of the message
   */
  public record Taken(String reference, String body, Map<String, String> headers) {}

  private record Charge(UUID id, Money amount) {}

  private static final Logger LOG = Logger.getLogger(SimulatedBank.class);

  private Plugins plugins;
  private Payments payments;
  private Database database;
  private GatewayMessages messages;
  private Clock clock;

  protected SimulatedBank() {}

  @Inject
  SimulatedBank(
      Plugins plugins,
      Payments payments,
      Database database,
      GatewayMessages messages,
      Clock clock) {
    this.plugins = plugins;
    this.payments = payments;
    this.database = database;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * Takes money of a purchase back.
   *
   * @param order number of the purchase
   * @param amount null: all of it
   * @param reason the bank's word for it; null: {@code fraudulent}
   * @throws NotFound if no purchase with this number was paid through this gateway
   * @throws InvalidInput if less is left of its charge at the gateway
   */
  @Allowed(Role.FINANCE)
  public Taken takeBack(String gateway, String order, Money amount, String reason) {
    SimulatedAction bank = bank(gateway);
    Charge charge =
        database
            .find(
                """
                select t.id, t.amount_minor, t.currency from payment_transaction t
                  join order_group g on g.id = t.order_group_id
                 where g.number = ? and g.paid_at is not null and t.gateway = ?
                   and t.kind in ('CHARGE', 'CAPTURE') and t.status = 'SUCCEEDED' and not t.surplus
                """,
                row -> new Charge(row.uuid("id"), row.money("amount_minor")),
                order,
                gateway)
            .orElseThrow(() -> new NotFound("order", order));
    Money wanted = amount == null ? charge.amount() : amount;
    if (!wanted.isPositive()) {
      throw new InvalidInput(new Violation("amount", "must be above zero", wanted.toString()));
    }
    String why = reason == null || reason.isBlank() ? "fraudulent" : reason.strip();
    String reference =
        bank.chargeBack(charge.id().toString(), wanted, why)
            .orElseThrow(
                () ->
                    new InvalidInput(
                        new Violation(
                            "amount",
                            "is more than is left of the charge at the gateway",
                            wanted.toString())));
    return deliver(gateway, bank, reference);
  }

  /**
   * Decides; the first decision stands.
   *
   * @throws NotFound if there is no such chargeback
   */
  @Allowed(Role.FINANCE)
  public Taken decide(String gateway, String reference, boolean won) {
    SimulatedAction bank = bank(gateway);
    if (!bank.decideChargeback(reference, won)) {
      throw new NotFound("chargeback", reference);
    }
    return deliver(gateway, bank, reference);
  }

  /**
   * Gives a part back; the first decision stands.
   *
   * @param kept what stays with the buyer
   * @throws NotFound if there is no such chargeback
   * @throws InvalidInput if that is no part of what was taken back
   */
  @Allowed(Role.FINANCE)
  public Taken decide(String gateway, String reference, Money kept) {
    SimulatedAction bank = bank(gateway);
    PaymentGateway.Chargeback taken =
        payments
            .chargeback(gateway, reference)
            .orElseThrow(() -> new NotFound("chargeback", reference));
    boolean part =
        kept != null
            && kept.currency().equals(taken.amount().currency())
            && kept.isPositive()
            && kept.compareTo(taken.amount()) < 0;
    if (!part) {
      throw new InvalidInput(
          new Violation(
              "kept",
              "must be above zero and below " + taken.amount(),
              kept == null ? null : kept.toString()));
    }
    bank.decideChargeback(reference, kept);
    return deliver(gateway, bank, reference);
  }

  private Taken deliver(String gateway, SimulatedAction bank, String reference) {
    List<SignedMessage> about =
        bank.messagesSince(clock.instant().minus(JUST_NOW), MOST).stream()
            .filter(one -> text(one).contains("\"" + reference + "\""))
            .toList();
    about.forEach(one -> tell(gateway, one));
    SignedMessage newest = about.isEmpty() ? null : about.get(about.size() - 1);
    return newest == null
        ? new Taken(reference, null, Map.of())
        : new Taken(reference, text(newest), newest.headers());
  }

  /** What is refused a bank says again later; whoever plays it goes on with the reference. */
  private void tell(String gateway, SignedMessage message) {
    try {
      messages.receive(gateway, message.body(), message.headers());
    } catch (Refusal refused) {
      LOG.infof("what gateway %s tells is refused: %s", gateway, refused.getMessage());
    }
  }

  private static String text(SignedMessage message) {
    return new String(message.body(), StandardCharsets.UTF_8);
  }

  private SimulatedAction bank(String gateway) {
    return plugins
        .simulatedAction(gateway)
        .orElseThrow(() -> new NotFound("simulated gateway", gateway));
  }
}
