package org.halles.marketplace.cash;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway;
import org.halles.spi.PaymentOutcome;
import org.halles.spi.PaymentOutcome.Approved;
import org.halles.spi.PaymentOutcome.Authorised;
import org.halles.spi.PaymentOutcome.Declined;
import org.halles.spi.PaymentOutcome.Pending;

/**
 * Cash at the door as a gateway: the buyer's order is the promise, the vendor's word the payment.
 * Everything it says is in our own database, so whatever is asked here has its answer at once.
 */
@ApplicationScoped
@Typed(CashGateway.class)
public class CashGateway implements PaymentGateway {

  /** The name of cash among gateways. */
  public static final String ID = "cash";

  /** A promise does not run out: the vendor says how it ended. */
  public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private Database database;
  private CashReturns returns;

  protected CashGateway() {}

  @Inject
  CashGateway(Database database, CashReturns returns) {
    this.database = database;
    this.returns = returns;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean authorises() {
    return true;
  }

  @Override
  public List<PaymentMethod> methods() {
    return List.of(
        new PaymentMethod(
            "cash",
            Map.of("fr", "Espèces à la livraison", "en", "Cash on delivery"),
            Map.of(
                "fr",
                "Vous payez à la porte, quand le colis arrive. Préparez le montant exact si vous le"
                    + " pouvez.",
                "en",
                "You pay at the door when the parcel arrives. Have the exact amount ready if you"
                    + " can.")));
  }

  @Override
  public PaymentOutcome charge(ChargeRequest request) {
    return new Declined("not-at-checkout", "Cash is paid at the door, never at the checkout.");
  }

  @Override
  public PaymentOutcome authorise(ChargeRequest request) {
    return new Authorised(request.idempotencyKey(), NEVER);
  }

  /** It is only asked for when the vendor has the money in its hand. */
  @Override
  public PaymentOutcome capture(CaptureRequest request) {
    return new Approved(request.idempotencyKey(), Money.zero(request.amount().currency()));
  }

  @Override
  public PaymentOutcome release(String authorisationKey) {
    return new Approved(authorisationKey, none(authorisationKey));
  }

  private Money none(String key) {
    return database
        .find(
            "select 0 as amount_minor, currency from payment_transaction where id = ?",
            row -> row.money("amount_minor"),
            UUID.fromString(key))
        .orElseThrow();
  }

  /** What was intended in our own books is what is so. */
  @Override
  @Transactional
  public PaymentOutcome find(String idempotencyKey) {
    UUID id = UUID.fromString(idempotencyKey);
    String kind =
        database
            .find(
                "select kind from payment_transaction where id = ? and gateway = ?",
                row -> row.text("kind"),
                id,
                ID)
            .orElse("");
    return switch (kind) {
      case "AUTHORISE" -> new Authorised(idempotencyKey, NEVER);
      case "CAPTURE", "VOID" -> new Approved(idempotencyKey, none(idempotencyKey));
      case "REFUND" -> said(id);
      default -> new Declined(Declined.NEVER_RECEIVED, "Nothing was agreed.");
    };
  }

  /** Puts it before the vendor. */
  @Override
  @Transactional
  public PaymentOutcome refund(RefundRequest request) {
    UUID id = UUID.fromString(request.idempotencyKey());
    returns.ask(id);
    return said(id);
  }

  private PaymentOutcome said(UUID id) {
    return switch (returns.stateOf(id)) {
      case ASKED -> new Pending(id.toString());
      case GIVEN -> new Approved(id.toString(), none(id.toString()));
      case REFUSED -> new Declined("not-by-hand", "The vendor cannot give it back by hand.");
    };
  }

  /** Our own book is the only one. */
  @Override
  public List<GatewayTransaction> transactionsSince(Instant since, int limit) {
    return List.of();
  }

  @Override
  public Optional<GatewayEvent> verify(byte[] body, Map<String, String> headers) {
    return Optional.empty();
  }
}
