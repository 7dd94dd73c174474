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

  private record Part(UUID vendorId, String number, String group) {}

  private Database database;

  protected Parts() {}

  @Inject
  Parts(Database database) {
    this.database = database;
  }

  /**
   * @param about what makes this telling the only one of its kind
   */
  List<Announcement> tell(
      UUID vendorOrder, EventType type, Object about, Instant at, Map<String, Object> facts) {
    return find(vendorOrder)
        .map(
            part ->
                List.of(
                    filled(Announcement.toMarket(type, about, at), part, facts)
                        .with("orderGroup", part.group())
                        .with("vendor", part.vendorId())
                        .at("/order-groups/" + part.group()),
                    filled(Announcement.toVendor(part.vendorId(), type, about, at), part, facts)
                        .at("/vendor/orders/" + part.number())))
        .orElse(List.of());
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
        select o.vendor_id, o.number, g.number as group_number
          from vendor_order o join order_group g on g.id = o.order_group_id
         where o.id = (select ?::uuid)
        """,
        row -> new Part(row.uuid("vendor_id"), row.text("number"), row.text("group_number")),
        vendorOrder);
  }
}
