package org.halles.marketplace.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.spi.PluginEvent;

/** What plugins are told of what happened: no buyer's name or address, nothing of the books. */
final class ToldEvents {

  /** What is paid at the door does not lapse. */
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private ToldEvents() {}

  /** The event as plugins see it; empty if it is none of their business. */
  static List<PluginEvent> of(DomainEvent event) {
    return event instanceof DomainEvent.AuthorisationLapsed lapsed
        ? lapsed.parts().stream().map(part -> lapsed(part, lapsed.at())).toList()
        : one(event).stream().toList();
  }

  private static Optional<PluginEvent> one(DomainEvent event) {
    if (event instanceof DomainEvent.OrderPaid paid) {
      return Optional.of(paid(paid));
    }
    if (event instanceof DomainEvent.OrderAuthorised held) {
      return Optional.of(held(held));
    }
    if (event instanceof DomainEvent.ShipmentSent sent) {
      return Optional.of(
          new PluginEvent.ShipmentSent(
              "shipment-sent:" + sent.shipmentId(),
              sent.number(),
              sent.carrier(),
              sent.trackingCode(),
              sent.at()));
    }
    if (event instanceof DomainEvent.VendorOrderDelivered delivered) {
      return Optional.of(
          new PluginEvent.OrderDelivered(
              "order-delivered:" + delivered.vendorOrderId(), delivered.number(), delivered.at()));
    }
    return event instanceof DomainEvent.VendorOrderCancelled cancelled
        ? Optional.of(cancelled(cancelled))
        : ofMoneyAndPeople(event);
  }

  private static Optional<PluginEvent> ofMoneyAndPeople(DomainEvent event) {
    if (event instanceof DomainEvent.BuyerRefunded refunded) {
      return Optional.of(
          new PluginEvent.BuyerRefunded(
              "buyer-refunded:" + refunded.refundId(),
              refunded.number(),
              refunded.amount(),
              refunded.reason(),
              refunded.at()));
    }
    if (event instanceof DomainEvent.PayoutPaid paid) {
      return Optional.of(
          new PluginEvent.PayoutPaid(
              "payout-paid:" + paid.payoutId(), text(paid.vendorId()), paid.amount(), paid.at()));
    }
    if (event instanceof DomainEvent.VendorDecided decided) {
      return Optional.of(decided(decided));
    }
    return event instanceof DomainEvent.ListingReviewed reviewed
        ? Optional.of(reviewed(reviewed))
        : Optional.empty();
  }

  private static PluginEvent paid(DomainEvent.OrderPaid paid) {
    return new PluginEvent.OrderPaid(
        "order-paid:" + paid.orderGroupId(),
        paid.number(),
        paid.total(),
        parts(paid.parts()),
        paid.at());
  }

  private static PluginEvent held(DomainEvent.OrderAuthorised held) {
    return new PluginEvent.OrderAuthorised(
        "order-authorised:" + held.orderGroupId(),
        held.number(),
        held.total(),
        parts(held.parts()),
        held.until() == null ? NEVER : held.until(),
        held.at());
  }

  private static List<PluginEvent.Part> parts(List<DomainEvent.VendorPart> parts) {
    return parts.stream()
        .map(
            part ->
                new PluginEvent.Part(
                    text(part.vendorId()), part.number(), part.items(), part.total()))
        .toList();
  }

  private static PluginEvent lapsed(DomainEvent.VendorPart part, Instant at) {
    return new PluginEvent.OrderCancelled(
        "order-cancelled:" + part.vendorOrderId(),
        text(part.vendorId()),
        part.number(),
        "authorisation-lapsed",
        at);
  }

  private static PluginEvent cancelled(DomainEvent.VendorOrderCancelled cancelled) {
    return new PluginEvent.OrderCancelled(
        "order-cancelled:" + cancelled.vendorOrderId(),
        text(cancelled.vendorId()),
        cancelled.number(),
        cancelled.reason(),
        cancelled.at());
  }

  private static PluginEvent decided(DomainEvent.VendorDecided decided) {
    Instant at = decided.at();
    return new PluginEvent.VendorDecided(
        "vendor-decided:" + decided.vendorId() + ":" + at.toEpochMilli(),
        text(decided.vendorId()),
        decided.decision(),
        at);
  }

  private static PluginEvent reviewed(DomainEvent.ListingReviewed reviewed) {
    return new PluginEvent.ListingReviewed(
        "listing-reviewed:" + reviewed.decisionId(),
        text(reviewed.listingId()),
        text(reviewed.vendorId()),
        reviewed.outcome(),
        reviewed.at());
  }

  private static String text(Object id) {
    return String.valueOf(id);
  }
}
