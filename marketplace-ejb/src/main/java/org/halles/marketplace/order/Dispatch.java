package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.hold.HeldOrder;
import org.halles.marketplace.hold.Holds;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.ShipmentSent;
import org.halles.marketplace.shared.DomainEvent.VendorOrderDelivered;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.shared.Rows;

/** Parcels leave and arrive; part of the caller's transaction, on a locked order. */
@ApplicationScoped
class Dispatch {

  private static final Rows.Shape CONTENTS =
      Rows.Shape.of("shipment_line", "shipment_id uuid", "order_line_id uuid", "quantity int");

  private static final String PARCELS =
      "select " + OrderRows.SHIPMENTS + " from vendor_order o where o.id = ?";

  private Database database;
  private Timeline timeline;
  private Holds holds;
  private Outbox outbox;

  protected Dispatch() {}

  @Inject
  Dispatch(Database database, Timeline timeline, Holds holds, Outbox outbox) {
    this.database = database;
    this.timeline = timeline;
    this.holds = holds;
    this.outbox = outbox;
  }

  /** Refuses a parcel that could not leave. */
  public void check(VendorOrders.Place order, ShipRequest parcel) {
    contents(order, parcel, left(order.id()));
  }

  private static List<ShipmentView.Part> contents(
      VendorOrders.Place order, ShipRequest parcel, List<Parcels.Left> left) {
    if (!VendorOrderFilter.TO_DO.statuses().contains(order.status())) {
      throw new CannotShip(order.number(), order.status());
    }
    if (left.stream().noneMatch(line -> line.goods() && line.quantity() > 0)) {
      throw CannotShip.noParcel(order.number());
    }
    return Parcels.contents(parcel, left);
  }

  public ShipmentView ship(VendorOrders.Place order, ShipRequest parcel, Instant now) {
    List<Parcels.Left> left = left(order.id());
    List<ShipmentView.Part> contents = contents(order, parcel, left);
    String tracking = parcel.trackingCode() == null ? "" : parcel.trackingCode().strip();
    ShipmentView shipment =
        new ShipmentView(Ids.next(), parcel.carrier().strip(), tracking, now, null, contents);
    write(order, shipment);
    int before = left.stream().mapToInt(Parcels.Left::quantity).sum();
    int leaving = contents.stream().mapToInt(ShipmentView.Part::quantity).sum();
    boolean all = before == leaving;
    move(order, all ? VendorOrderStatus.SHIPPED : VendorOrderStatus.PARTLY_SHIPPED, now);
    if (all) {
      holds.left(held(order), now);
    }
    tell(order, shipment, now);
    return shipment;
  }

  public void accept(VendorOrders.Place order, Instant now) {
    move(order, VendorOrderStatus.TO_SHIP, now);
    timeline.add(order.groupId(), order.id(), Timeline.ACCEPTED, now, Map.of());
  }

  private void write(VendorOrders.Place order, ShipmentView shipment) {
    database.update(
        """
        insert into shipment (id, vendor_order_id, carrier, tracking_code, shipped_at)
        values (?, ?, ?, ?, ?)
        """,
        shipment.id(),
        order.id(),
        shipment.carrier(),
        shipment.trackingCode(),
        shipment.shippedAt());
    Rows contents = new Rows(CONTENTS);
    shipment.lines().forEach(part -> contents.add(shipment.id(), part.line(), part.quantity()));
    contents.insertWith(database);
    database.update(
        """
        update order_line l set shipped_quantity = l.shipped_quantity + s.quantity
          from shipment_line s where s.shipment_id = ? and s.order_line_id = l.id
        """,
        shipment.id());
  }

  private void tell(VendorOrders.Place order, ShipmentView shipment, Instant now) {
    timeline.add(
        order.groupId(),
        order.id(),
        Timeline.SHIPPED,
        now,
        Map.of("carrier", shipment.carrier(), "trackingCode", shipment.trackingCode()));
    outbox.add(
        new ShipmentSent(
            order.groupId(),
            order.id(),
            order.number(),
            shipment.id(),
            shipment.carrier(),
            shipment.trackingCode(),
            now));
  }

  public ShipmentView deliver(
      VendorOrders.Place order, ShipmentView parcel, List<ShipmentView> parcels, Instant now) {
    database.update("update shipment set delivered_at = ? where id = ?", now, parcel.id());
    timeline.add(
        order.groupId(),
        order.id(),
        Timeline.DELIVERED,
        now,
        Map.of("carrier", parcel.carrier(), "trackingCode", parcel.trackingCode()));
    boolean last =
        parcels.stream().filter(one -> one.deliveredAt() == null).count() == 1
            && order.status() == VendorOrderStatus.SHIPPED;
    if (last) {
      arrive(order, now);
    }
    return new ShipmentView(
        parcel.id(),
        parcel.carrier(),
        parcel.trackingCode(),
        parcel.shippedAt(),
        now,
        parcel.lines());
  }

  /** Lines that reach the buyer without a parcel; with the last one the part has arrived. */
  public void handOver(VendorOrders.Place order, List<UUID> lines, String event, Instant now) {
    int handed =
        database.update(
            """
            update order_line set shipped_quantity = quantity - cancelled_quantity
             where vendor_order_id = ? and id = any(?)
               and shipped_quantity + cancelled_quantity < quantity
            """,
            order.id(),
            lines.toArray(UUID[]::new));
    if (handed == 0) {
      return;
    }
    timeline.add(order.groupId(), order.id(), event, now, Map.of());
    if (left(order.id()).stream().anyMatch(line -> line.quantity() > 0)) {
      move(order, VendorOrderStatus.PARTLY_SHIPPED, now);
    } else if (parcels(order).stream().allMatch(parcel -> parcel.deliveredAt() != null)) {
      arrive(order, now);
    } else {
      move(order, VendorOrderStatus.SHIPPED, now);
      holds.left(held(order), now);
    }
  }

  /**
   * Nothing is left to ship: what left may have arrived already, and if nothing ever left the part
   * ends here.
   */
  public void endEarly(VendorOrders.Place order, VendorOrderStatus empty, Instant now) {
    List<ShipmentView> parcels = parcels(order);
    if (parcels.isEmpty()) {
      move(order, empty, now);
    } else if (parcels.stream().allMatch(parcel -> parcel.deliveredAt() != null)) {
      arrive(order, now);
    } else {
      move(order, VendorOrderStatus.SHIPPED, now);
      holds.left(held(order), now);
    }
  }

  private void arrive(VendorOrders.Place order, Instant now) {
    move(order, VendorOrderStatus.DELIVERED, now);
    holds.arrived(held(order), now);
    outbox.add(new VendorOrderDelivered(order.groupId(), order.id(), order.number(), now));
  }

  private static HeldOrder held(VendorOrders.Place order) {
    return new HeldOrder(order.id(), order.vendorId(), order.groupId());
  }

  public List<ShipmentView> parcels(VendorOrders.Place order) {
    return database.find(PARCELS, OrderRows::shipments, order.id()).orElseThrow();
  }

  private List<Parcels.Left> left(UUID vendorOrder) {
    return database.list(
        """
        select id, kind = 'GOODS' as goods,
               quantity - shipped_quantity - cancelled_quantity as quantity from order_line
         where vendor_order_id = ? order by position
        """,
        row -> new Parcels.Left(row.uuid("id"), row.flag("goods"), row.integer("quantity")),
        vendorOrder);
  }

  private void move(VendorOrders.Place order, VendorOrderStatus status, Instant now) {
    database.update(
        """
        update vendor_order
           set status = ?, version = version + 1,
               shipped_at = case when ? in ('SHIPPED', 'PARTLY_SHIPPED', 'DELIVERED')
                                 then coalesce(shipped_at, ?) else shipped_at end,
               delivered_at = case when ? = 'DELIVERED'
                                   then coalesce(delivered_at, ?) else delivered_at end
         where id = ?
        """,
        status,
        status,
        now,
        status,
        now,
        order.id());
    List<VendorOrderStatus> parts =
        database.list(
            "select status from vendor_order where order_group_id = ?",
            row -> row.one("status", VendorOrderStatus.class),
            order.groupId());
    database.update(
        """
        update order_group
           set status = case when paid_at is null then 'AUTHORISED' else ? end, version = version + 1
         where id = ?
        """,
        OrderGroupStatus.of(parts),
        order.groupId());
  }
}
