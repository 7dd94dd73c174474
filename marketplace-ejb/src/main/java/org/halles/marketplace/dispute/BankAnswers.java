package org.halles.marketplace.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.shared.Checklist;

/**
 * The operator answers a bank through its gateway, outside any transaction; what the gateway says
 * then is recorded like any other news.
 */
@ApplicationScoped
public class BankAnswers {

  private Chargebacks chargebacks;
  private Disputes disputes;
  private Payments payments;

  protected BankAnswers() {}

  @Inject
  BankAnswers(Chargebacks chargebacks, Disputes disputes, Payments payments) {
    this.chargebacks = chargebacks;
    this.disputes = disputes;
    this.payments = payments;
  }

  /**
   * Sends the bank what speaks against a chargeback.
   *
   * @throws CannotDispute if it is a buyer's, decided, or its gateway takes no answer any more
   */
  @Allowed(Role.FINANCE)
  public DisputeView contest(UUID id, String evidence) {
    Checklist checklist = new Checklist();
    String words = checklist.text("text", evidence, Cases.LONGEST);
    checklist.done();
    Chargebacks.AtGateway place = chargebacks.answerable(id);
    if (!payments.contest(place.gateway(), place.reference(), words)) {
      look(place);
      throw CannotDispute.gatewayRefuses(place.number(), place.gateway());
    }
    chargebacks.said(id, words);
    look(place);
    return chargebacks.view(id);
  }

  /** Agrees: a buyer's dispute is refunded, a chargeback is lost without a word. */
  @Allowed(Role.FINANCE)
  public DisputeView accept(UUID id) {
    if (chargebacks.isBuyers(id)) {
      return disputes.accept(id);
    }
    Chargebacks.AtGateway place = chargebacks.answerable(id);
    if (!payments.accept(place.gateway(), place.reference())) {
      look(place);
      throw CannotDispute.gatewayRefuses(place.number(), place.gateway());
    }
    chargebacks.accepted(id);
    look(place);
    return chargebacks.view(id);
  }

  private void look(Chargebacks.AtGateway place) {
    payments
        .chargeback(place.gateway(), place.reference())
        .ifPresent(seen -> chargebacks.tell(place.gateway(), seen));
  }
}
