package org.halles.marketplace.order;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** Rows of orders as views. */
final class OrderRows {

  /** The column {@link #shipments} reads: the parcels of vendor order {@code o}. */
  static final String SHIPMENTS =
      """
      (select jsonb_agg(jsonb_build_object(
                'id', s.id, 'carrier', s.carrier, 'trackingCode', s.tracking_code,
                'shippedAt', s.shipped_at, 'deliveredAt', s.delivered_at,
                'lines', (select jsonb_agg(jsonb_build_object('line', l.order_line_id,
                                                              'quantity', l.quantity)
                                           order by l.order_line_id)
                            from shipment_line l where l.shipment_id = s.id))
              order by s.shipped_at, s.id)
         from shipment s where s.vendor_order_id = o.id) as shipments
      """;

  /** Something of a vendor order; the owner is null where it belongs to the whole. */
  record Of<T>(UUID owner, T it) {}

  /** A payment and where its buyer must act, if so. */
  record PaymentRow(PaymentView view, String actionUrl) {}

  /** A parcel as the database writes it down. */
  private record Parcel(
      UUID id,
      String carrier,
      String trackingCode,
      Instant shippedAt,
      Instant deliveredAt,
      List<ShipmentView.Part> lines) {

    ShipmentView view() {
      return new ShipmentView(id, carrier, trackingCode, shippedAt, deliveredAt, lines);
    }
  }

  private OrderRows() {}

  static Totals totals(Row row, Money buyerFee, Money contribution) throws SQLException {
    return new Totals(
        row.money("items_minor"),
        row.money("shipping_minor"),
        row.money("discount_minor"),
        buyerFee,
        contribution,
        row.money("tax_included_minor"),
        row.money("tax_added_minor"),
        row.money("total_minor"));
  }

  static Delivery delivery(Row row) throws SQLException {
    return new Delivery(
        row.text("email"),
        row.text("name"),
        row.text("line1"),
        row.text("line2"),
        row.text("postal_code"),
        row.text("city"),
        row.text("region"),
        row.text("country"));
  }

  static VendorOrderView part(Row row, List<OrderLineView> lines, List<TimelineEvent> timeline)
      throws SQLException {
    CurrencyCode currency = CurrencyCode.of(row.text("currency"));
    return new VendorOrderView(
        row.uuid("id"),
        row.text("number"),
        new VendorRef(row.uuid("vendor_id"), row.text("slug"), row.text("vendor_name")),
        row.one("status", VendorOrderStatus.class),
        lines,
        totals(row, Money.zero(currency), Money.zero(currency)),
        row.text("shipping_label"),
        row.integerOrNull("min_days"),
        row.integerOrNull("max_days"),
        row.instant("placed_at"),
        row.instant("accept_by"),
        row.instant("shipped_at"),
        row.instant("delivered_at"),
        row.flag("untaken"),
        shipments(row),
        timeline);
  }

  static Of<OrderLineView> line(Row row) throws SQLException {
    OrderLineView line =
        new OrderLineView(
            row.uuid("id"),
            row.uuid("offer_id"),
            row.uuid("listing_id"),
            row.text("kind"),
            row.json("title", Texts.class),
            row.text("sku"),
            row.words("options"),
            row.text("image_media"),
            row.integer("quantity"),
            row.integer("shipped_quantity"),
            row.integer("cancelled_quantity"),
            row.integer("refunded_quantity"),
            row.money("unit_price_minor"),
            row.text("price_list"),
            row.money("discount_minor"),
            row.money("total_minor"),
            row.money("tax_minor"),
            row.text("tax_label"),
            service(row));
    return new Of<>(row.uuid("vendor_order_id"), line);
  }

  private static ServiceView service(Row row) throws SQLException {
    return row.text("kind").equals("SERVICE")
        ? new ServiceView(row.day("wished_on"), row.text("note"), row.day("performed_on"))
        : null;
  }

  /** In the order in which they left. */
  static List<ShipmentView> shipments(Row row) throws SQLException {
    Parcel[] parcels = row.json("shipments", Parcel[].class);
    return parcels == null ? List.of() : Stream.of(parcels).map(Parcel::view).toList();
  }

  static Of<TimelineEvent> event(Row row) throws SQLException {
    TimelineEvent event =
        new TimelineEvent(row.text("type"), row.instant("at"), Json.readData(row.text("data")));
    return new Of<>(row.uuid("vendor_order_id"), event);
  }

  static PaymentRow payment(Row row) throws SQLException {
    PaymentView view =
        new PaymentView(
            row.uuid("id"),
            row.text("kind"),
            row.text("gateway"),
            row.money("amount_minor"),
            row.text("status"),
            row.text("gateway_reference"),
            row.text("failure_code"),
            row.instant("created_at"),
            row.instant("settled_at"));
    return new PaymentRow(view, row.text("action_url"));
  }
}
