package org.halles.marketplace.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.DomainEvent.AuthorisationLapsed;
import org.halles.marketplace.shared.DomainEvent.GiftCardBought;
import org.halles.marketplace.shared.DomainEvent.OrderAuthorised;
import org.halles.marketplace.shared.DomainEvent.OrderExpired;
import org.halles.marketplace.shared.DomainEvent.OrderHeld;
import org.halles.marketplace.shared.DomainEvent.OrderPaid;
import org.halles.marketplace.shared.DomainEvent.PaymentAwaited;
import org.halles.marketplace.shared.DomainEvent.PaymentFailed;
import org.halles.marketplace.shared.DomainEvent.ShipmentSent;
import org.halles.marketplace.shared.DomainEvent.VendorOrderCancelled;
import org.halles.marketplace.shared.DomainEvent.VendorOrderDelivered;
import org.halles.marketplace.shared.DomainEvent.VendorPart;

/** Orders from their placing to their delivery: whole ones to the marketplace, parts to vendors. */
@ApplicationScoped
class OrderNews {

  private Parts parts;
  private LowStock lowStock;

  protected OrderNews() {}

  @Inject
  OrderNews(Parts parts, LowStock lowStock) {
    this.parts = parts;
    this.lowStock = lowStock;
  }

  List<Announcement> of(DomainEvent happened) {
    if (happened instanceof OrderPaid paid) {
      return paid(paid);
    }
    if (happened instanceof OrderAuthorised held) {
      return authorised(held);
    }
    if (happened instanceof AuthorisationLapsed lapsed) {
      return lapsed(lapsed);
    }
    if (happened instanceof ShipmentSent sent) {
      return shipped(sent);
    }
    if (happened instanceof VendorOrderDelivered arrived) {
      return parts.tell(
          arrived.vendorOrderId(),
          EventType.ORDER_DELIVERED,
          arrived.vendorOrderId(),
          arrived.at(),
          Map.of());
    }
    if (happened instanceof VendorOrderCancelled cancelled) {
      return parts.tell(
          cancelled.vendorOrderId(),
          EventType.ORDER_CANCELLED,
          cancelled.vendorOrderId() + ":" + cancelled.at().toEpochMilli(),
          cancelled.at(),
          Map.of("refused", cancelled.refused()));
    }
    return whole(happened);
  }

  /** What only the marketplace hears: no vendor may begin yet. */
  private static List<Announcement> whole(DomainEvent happened) {
    if (happened instanceof PaymentAwaited awaited) {
      return List.of(placed(awaited.orderGroupId(), awaited.number(), awaited));
    }
    if (happened instanceof OrderHeld held) {
      return List.of(
          placed(held.orderGroupId(), held.number(), held),
          group(EventType.ORDER_HELD, held.orderGroupId(), held.number(), held)
              .with("total", held.total()));
    }
    if (happened instanceof PaymentFailed failed) {
      // another attempt to pay the same order may fail too
      String about = failed.orderGroupId() + ":" + failed.at().toEpochMilli();
      return List.of(
          group(EventType.ORDER_PAYMENT_FAILED, about, failed.number(), failed)
              .with("code", failed.code()));
    }
    if (happened instanceof GiftCardBought bought) {
      return List.of(
          placed(bought.orderGroupId(), bought.number(), bought),
          group(EventType.ORDER_PAID, bought.orderGroupId(), bought.number(), bought)
              .with("total", bought.amount())
              .with("parts", List.of()));
    }
    return happened instanceof OrderExpired expired
        ? List.of(group(EventType.ORDER_EXPIRED, expired.orderGroupId(), expired.number(), expired))
        : List.of();
  }

  private List<Announcement> paid(OrderPaid paid) {
    List<Announcement> told = new ArrayList<>();
    told.add(placed(paid.orderGroupId(), paid.number(), paid));
    told.add(
        group(EventType.ORDER_PAID, paid.orderGroupId(), paid.number(), paid)
            .with("total", paid.total())
            .with("parts", paid.parts().stream().map(OrderNews::part).toList()));
    for (VendorPart part : paid.parts()) {
      told.add(toVendor(part, EventType.ORDER_PAID, paid));
    }
    told.addAll(lowStock.after(paid.orderGroupId(), paid.at()));
    return told;
  }

  /** The vendors may begin, though the money is taken later: who waits for it never ships. */
  private List<Announcement> authorised(OrderAuthorised held) {
    List<Announcement> told = new ArrayList<>();
    told.add(placed(held.orderGroupId(), held.number(), held));
    told.add(
        group(EventType.ORDER_AUTHORISED, held.orderGroupId(), held.number(), held)
            .with("total", held.total())
            .with("until", held.until())
            .with("cash", held.until() == null)
            .with("parts", held.parts().stream().map(OrderNews::part).toList()));
    for (VendorPart part : held.parts()) {
      told.add(
          toVendor(part, EventType.ORDER_AUTHORISED, held)
              .with("until", held.until())
              .with("cash", held.until() == null));
    }
    told.addAll(lowStock.after(held.orderGroupId(), held.at()));
    return told;
  }

  /** What was held and will not be taken: to programs it is a cancellation like others. */
  private List<Announcement> lapsed(AuthorisationLapsed lapsed) {
    return lapsed.parts().stream()
        .map(
            part ->
                parts.tell(
                    part.vendorOrderId(),
                    EventType.ORDER_CANCELLED,
                    part.vendorOrderId() + ":" + lapsed.at().toEpochMilli(),
                    lapsed.at(),
                    Map.of("refused", false, "lapsed", true)))
        .flatMap(List::stream)
        .toList();
  }

  private static Announcement toVendor(VendorPart part, EventType type, DomainEvent happened) {
    return Announcement.toVendor(part.vendorId(), type, part.vendorOrderId(), happened.at())
        .with("order", part.number())
        .with("items", part.items())
        .with("total", part.total())
        .at("/vendor/orders/" + part.number());
  }

  private static Map<String, Object> part(VendorPart part) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("order", part.number());
    facts.put("vendor", part.vendorId());
    facts.put("items", part.items());
    facts.put("total", part.total());
    return facts;
  }

  private List<Announcement> shipped(ShipmentSent sent) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("shipment", sent.shipmentId());
    facts.put("carrier", sent.carrier());
    facts.put("trackingCode", sent.trackingCode());
    return parts.tell(
        sent.vendorOrderId(), EventType.ORDER_SHIPPED, sent.shipmentId(), sent.at(), facts);
  }

  /** Told once, by whichever of an order's first events comes first. */
  private static Announcement placed(UUID orderGroup, String number, DomainEvent because) {
    return group(EventType.ORDER_PLACED, orderGroup, number, because);
  }

  private static Announcement group(
      EventType type, Object about, String number, DomainEvent happened) {
    return Announcement.toMarket(type, about, happened.at())
        .with("orderGroup", number)
        .at("/order-groups/" + number);
  }
}
