package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.affiliate.AffiliateSales;
import org.halles.marketplace.ledger.Entry;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.ledger.Templates;
import org.halles.marketplace.ledger.Templates.Share;
import org.halles.marketplace.order.FrozenLeg;
import org.halles.marketplace.payment.Intent;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.pricing.Allocation;
import org.halles.spi.Money;

/** Turns what happened to a payment into entries of the book. */
@ApplicationScoped
class Bookkeeping {

  private static final String TRANSACTION = "payment-transaction";

  private Ledger ledger;
  private AffiliateSales affiliates;

  protected Bookkeeping() {}

  @Inject
  Bookkeeping(Ledger ledger, AffiliateSales affiliates) {
    this.ledger = ledger;
    this.affiliates = affiliates;
  }

  /**
   * What the buyer paid, to those it was frozen for; and what the gateway kept of it.
   *
   * @param charges what paid, by whatever means; none if it cost nothing
   * @param borne what the vendors bear of what a gateway kept
   * @param fee what a gateway kept, or zero; then the first charge is its
   */
  public void captured(
      UUID order,
      List<PaymentTransaction> charges,
      List<FrozenLeg> legs,
      List<Share> borne,
      Money fee,
      Instant at) {
    Source source =
        charges.isEmpty()
            ? new Source("order-group", order.toString(), at, order)
            : source(charges.get(0), at);
    List<Share> promotions =
        legs.stream()
            .filter(leg -> leg.kind() == Allocation.Kind.PLATFORM_PROMOTION)
            .map(leg -> new Share(leg.address(), leg.amount(), leg.vendorOrderId()))
            .toList();
    List<Share> shares =
        legs.stream()
            .filter(leg -> leg.kind() != Allocation.Kind.PLATFORM_PROMOTION)
            .map(leg -> new Share(leg.address(), leg.amount(), leg.vendorOrderId()))
            .toList();
    if (shares.stream().noneMatch(share -> share.amount().isPositive())) {
      return; // a gift of its vendor: nobody owes anybody anything
    }
    Map<String, Money> paid = new LinkedHashMap<>();
    charges.forEach(charge -> paid.merge(charge.gateway(), charge.amount(), Money::plus));
    List<Entry> entries = new ArrayList<>();
    entries.add(Templates.capture(source, paid, promotions, shares));
    if (!borne.isEmpty()) {
      entries.add(Templates.gatewayFeeBorne(source, borne));
    }
    if (fee.isPositive()) {
      Money part = Money.sum(fee.currency(), borne.stream().map(Share::amount).toList());
      entries.add(Templates.gatewayFee(source, charges.get(0).gateway(), fee, part));
    }
    ledger.post(entries.toArray(Entry[]::new));
    affiliates.captured(
        legs.stream()
            .filter(leg -> leg.kind() == Allocation.Kind.AFFILIATE && leg.amount().isPositive())
            .map(leg -> new AffiliateSales.Earned(leg.owner(), leg.vendorOrderId(), leg.amount()))
            .toList(),
        at);
  }

  /** A gateway holds the money: a memo by part. */
  public void authorised(PaymentTransaction held, List<Intent.Part> parts, Instant at) {
    Map<UUID, Money> amounts = new LinkedHashMap<>();
    Money besides = Money.zero(held.amount().currency());
    for (Intent.Part part : parts) {
      if (part.vendorOrderId() == null) {
        besides = besides.plus(part.amount());
      } else {
        amounts.put(part.vendorOrderId(), part.amount());
      }
    }
    ledger.post(Templates.authorised(source(held, at), amounts, besides));
  }

  /** It is held no more: taken, or let go. */
  public void holdEnded(PaymentTransaction held, Instant at, String why) {
    ledger.reverse(Templates.AUTHORISED, source(held, at), at, why);
  }

  /** Money for an order that no longer stands. */
  public void capturedTooLate(PaymentTransaction charge, Money fee, Instant at) {
    Source source = source(charge, at);
    post(Templates.lateCapture(source, charge.gateway(), charge.amount()), source, charge, fee);
  }

  /** A refund left the gateway. */
  public void refunded(PaymentTransaction refund, Instant at) {
    ledger.post(Templates.refundPaid(source(refund, at), refund.gateway(), refund.amount()));
  }

  /** A line of the bank's statement. */
  public void deposited(UUID receipt, PaymentTransaction charge, Money amount, Instant at) {
    ledger.post(
        Templates.depositReceived(
            new Source("bank-receipt", receipt.toString(), at, charge.orderGroupId()),
            charge.gateway(),
            amount));
  }

  /** The deposit became the payment. */
  public void depositApplied(PaymentTransaction charge, Instant at) {
    ledger.post(
        Templates.depositApplied(
            new Source("bank-transfer", charge.id().toString(), at, charge.orderGroupId()),
            charge.gateway(),
            charge.amount()));
  }

  /** What paid for nothing left our bank. */
  public void depositReturned(UUID id, UUID orderGroup, String gateway, Money amount, Instant at) {
    ledger.post(
        Templates.depositReturned(
            new Source("bank-return", id.toString(), at, orderGroup), gateway, amount));
  }

  private void post(Entry entry, Source source, PaymentTransaction charge, Money fee) {
    List<Entry> entries = new ArrayList<>(List.of(entry));
    if (fee.isPositive()) {
      entries.add(Templates.gatewayFee(source, charge.gateway(), fee));
    }
    ledger.post(entries.toArray(Entry[]::new));
  }

  private static Source source(PaymentTransaction transaction, Instant at) {
    return new Source(TRANSACTION, transaction.id().toString(), at, transaction.orderGroupId());
  }
}
