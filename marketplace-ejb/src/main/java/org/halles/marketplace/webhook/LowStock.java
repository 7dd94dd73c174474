package org.halles.marketplace.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Database;

/** A purchase may leave little on the shelf: its vendor hears of it when that is crossed. */
@ApplicationScoped
class LowStock {

  /** Little is this much or less. */
  static final int LITTLE = 5;

  private static final String CROSSED =
      """
      select o.id, o.vendor_id, o.sku, o.listing_id, s.quantity
        from order_line l
        join offer o on o.id = l.offer_id
        join stock s on s.offer_id = o.id
       where l.order_group_id = (select ?::uuid) and s.quantity <= ?
         and s.quantity + l.quantity > ?
         and exists (select 1 from webhook_subscription w
                      where w.owner in (o.vendor_id, ?::uuid) and w.status = 'ON'
                        and ? = any (w.event_types))
      """;

  private Database database;

  protected LowStock() {}

  @Inject
  LowStock(Database database) {
    this.database = database;
  }

  List<Announcement> after(UUID orderGroup, Instant at) {
    return database
        .list(
            CROSSED,
            row ->
                List.of(
                    told(
                            Announcement.toMarket(
                                EventType.STOCK_LOW, row.uuid("id") + ":" + orderGroup, at),
                            row.text("sku"),
                            row.integer("quantity"))
                        .with("offer", row.uuid("id"))
                        .with("vendor", row.uuid("vendor_id"))
                        .at("/listings/" + row.uuid("listing_id")),
                    told(
                            Announcement.toVendor(
                                row.uuid("vendor_id"),
                                EventType.STOCK_LOW,
                                row.uuid("id") + ":" + orderGroup,
                                at),
                            row.text("sku"),
                            row.integer("quantity"))
                        .with("offer", row.uuid("id"))
                        .at("/vendor/listings/" + row.uuid("listing_id"))),
            orderGroup,
            LITTLE,
            LITTLE,
            Mailbag.MARKET,
            EventType.STOCK_LOW.code())
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static Announcement told(Announcement bare, String sku, int left) {
    return bare.with("sku", sku).with("stock", left);
  }
}
