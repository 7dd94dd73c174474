package org.halles.marketplace.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;

/** Tells what happened to a vendor's part of a purchase, to its vendor and to the marketplace. */
@ApplicationScoped
class Parts {

  /**
   * @param known false if a person looks at the purchase, or ended it, before its vendors heard of
   *     it
   */
  private record Part(UUID vendorId, String number, String group, boolean known) {}

  private Database database;

  protected Parts() {}

  @Inject
  Parts(Database database) {
    this.database = database;
  }

  /**
   * A vendor that was never told of its part does not hear of its end either.
   *
   * @param about what makes this telling the only one of its kind
   */
  List<Announcement> tell(
      UUID vendorOrder, EventType type, Object about, Instant at, Map<String, Object> facts) {
    return find(vendorOrder)
        .map(
            part ->
                part.known()
                    ? List.of(
                        toMarket(part, type, about, at, facts),
                        filled(Announcement.toVendor(part.vendorId(), type, about, at), part, facts)
                            .at("/vendor/orders/" + part.number()))
                    : List.of(toMarket(part, type, about, at, facts)))
        .orElse(List.of());
  }

  private static Announcement toMarket(
      Part part, EventType type, Object about, Instant at, Map<String, Object> facts) {
    return filled(Announcement.toMarket(type, about, at), part, facts)
        .with("orderGroup", part.group())
        .with("vendor", part.vendorId())
        .at("/order-groups/" + part.group());
  }

  private static Announcement filled(Announcement bare, Part part, Map<String, Object> facts) {
    Announcement filled = bare.with("order", part.number());
    for (Map.Entry<String, Object> fact : facts.entrySet()) {
      filled = filled.with(fact.getKey(), fact.getValue());
    }
    return filled;
  }

  private Optional<Part> find(UUID vendorOrder) {
    return database.find(
        """
        select o.vendor_id, o.number, g.number as group_number,
               not exists (select from order_event e
                            where e.order_group_id = g.id and e.type = 'held')
               or exists (select from order_event e
                           where e.order_group_id = g.id and e.type = 'released') as known
          from vendor_order o join order_group g on g.id = o.order_group_id
         where o.id = (select ?::uuid)
        """,
        row ->
            new Part(
                row.uuid("vendor_id"),
                row.text("number"),
                row.text("group_number"),
                row.flag("known")),
        vendorOrder);
  }
}
