package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Purses;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.ledger.Templates;
import org.halles.marketplace.order.UntakenParts;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.shared.DomainEvent.VendorPart;
import org.halles.spi.Money;

/**
 * What cash at the door does to the book besides any other payment: the vendor has all of it in its
 * hand, and so gives all of it, its own part first. Part of the settling transaction.
 */
@ApplicationScoped
class CashBooks {

  private Ledger ledger;
  private Purses purses;
  private UntakenParts parts;

  protected CashBooks() {}

  @Inject
  CashBooks(Ledger ledger, Purses purses, UntakenParts parts) {
    this.ledger = ledger;
    this.purses = purses;
    this.parts = parts;
  }

  /** The vendor keeps what it took: what is not its own it owes. Said after the capture. */
  public void kept(PaymentTransaction capture, List<VendorPart> taken, Instant at) {
    VendorPart part = only(taken);
    Money paid = capture.amount();
    Source source = source(capture, at);
    purses.open(paid.currency(), List.of(part.vendorId()));
    List<Templates.Share> shares = purses.draw(part.vendorId(), part.vendorOrderId(), paid);
    ledger.post(Templates.cashKept(source, capture.gateway(), shares, paid));
    purses.settleDebts(source, paid.currency(), List.of(part.vendorId()));
  }

  /** The vendor gave it back from its own hand: its debts come first. Said after the refund. */
  public void returned(PaymentTransaction refund, Instant at) {
    VendorPart part = only(parts.standing(refund.orderGroupId()));
    Source source = source(refund, at);
    purses.open(refund.amount().currency(), List.of(part.vendorId()));
    ledger.post(
        Templates.cashReturned(
            source, refund.gateway(), part.vendorId(), part.vendorOrderId(), refund.amount()));
    purses.settleDebts(source, refund.amount().currency(), List.of(part.vendorId()));
  }

  /** Cash is paid to one vendor at one door: nothing else is offered. */
  private static VendorPart only(List<VendorPart> parts) {
    if (parts.size() != 1) {
      throw new IllegalStateException("cash of " + parts.size() + " parts");
    }
    return parts.get(0);
  }

  private static Source source(PaymentTransaction transaction, Instant at) {
    return new Source(
        "payment-transaction", transaction.id().toString(), at, transaction.orderGroupId());
  }
}
