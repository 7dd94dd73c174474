package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.halles.marketplace.identity.Company;
import org.halles.marketplace.order.OrderRows.Of;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.spi.CurrencyCode;

/** Reads whole orders: five statements, however many vendors, lines and parcels. */
@ApplicationScoped
public class OrderReading {

  private static final String LINES =
      """
      select l.*, o.currency from order_line l join vendor_order o on o.id = l.vendor_order_id
       where l.order_group_id = ? order by o.position, l.position
      """;

  private static final String PARTS =
      """
      select o.*, v.slug, v.name as vendor_name,
      """
          + OrderRows.SHIPMENTS
          + """
        from vendor_order o join vendor v on v.id = o.vendor_id
       where o.order_group_id = ? order by o.position
      """;

  private static final String HEAD = head("null");

  /** With from where the units of vendor order {@code o} come, for the vendor's eyes. */
  private static final String HEAD_OF_VENDOR = head(Origins.OF_O);

  private static String head(String origins) {
    return """
        select g.*, case when g.company is not null then
                 array(select l.sku from order_line l
                        where l.order_group_id = g.id and l.price_list = 'COMPANY') end as priced,
        """
        + origins
        + " as origins from order_group g ";
  }

  /**
   * The order group's own row, with what must be known before anybody sees it.
   *
   * @param origins from where a vendor's units come, if it was asked for
   */
  public record Head(
      UUID id, UUID accountId, String accessKey, OrderGroupView view, List<TakenFrom> origins) {}

  /** Money of several parts is told to those whose it is, without the amounts of the others. */
  private static final String EVENTS_OF_VENDOR =
      """
      select e.vendor_order_id, e.type, e.at,
             case when shared.money and others.any then '{}' else e.data end as data
        from order_event e
        join vendor_order p on p.order_group_id = e.order_group_id
       cross join lateral (
         select e.vendor_order_id is null
                and e.type in ('refunded', 'money-returned', 'return-failed', 'charged-back',
                               'dispute-decided') as money) as shared
       cross join lateral (
         select exists (select from vendor_order o
                         where o.order_group_id = p.order_group_id and o.id <> p.id) as any)
         as others
       where e.order_group_id = ? and p.number = ?
         and (not shared.money or not others.any or refund_concerns(e.refund_id, p.id))
       order by e.at, e.id
      """;

  private Database database;
  private Payments paymentDoor;

  protected OrderReading() {}

  @Inject
  public OrderReading(Database database, Payments paymentDoor) {
    this.database = database;
    this.paymentDoor = paymentDoor;
  }

  /** The head of the order with this number; its lists are empty. */
  public Optional<Head> findByNumber(String number) {
    return database.find(HEAD + "where g.number = ?", OrderReading::head, number);
  }

  /** The head of the paid order that has this part, if the part is the vendor's. */
  public Optional<Head> findOfVendor(UUID vendor, String part) {
    return database.find(
        HEAD_OF_VENDOR
            + """
        join vendor_order o on o.order_group_id = g.id
         where o.vendor_id = ? and o.number = ? and g.begun_at is not null
        """,
        OrderReading::head,
        vendor,
        part);
  }

  /** The head of the live order of this cart. */
  public Optional<Head> findLiveOfCart(UUID cart) {
    return database.find(
        HEAD
            + """
         where g.cart_id = ? and g.status not in ('PAYMENT_FAILED', 'EXPIRED', 'CANCELLED')
        """,
        OrderReading::head,
        cart);
  }

  /** The whole order. */
  public OrderGroupView complete(Head head) {
    return complete(
        head,
        database.list(
            "select * from payment_transaction where order_group_id = ? order by created_at, id",
            OrderRows::payment,
            head.id()));
  }

  /** The order as one of its vendors reads it: what went back of others is not told. */
  public OrderGroupView ofVendor(Head head, String part) {
    return complete(
        head, List.of(), database.list(EVENTS_OF_VENDOR, OrderRows::event, head.id(), part));
  }

  private OrderGroupView complete(Head head, List<OrderRows.PaymentRow> payments) {
    return complete(
        head,
        payments,
        database.list(
            "select * from order_event where order_group_id = ? order by at, id",
            OrderRows::event,
            head.id()));
  }

  private OrderGroupView complete(
      Head head, List<OrderRows.PaymentRow> payments, List<Of<TimelineEvent>> events) {
    UUID id = head.id();
    List<Of<OrderLineView>> lines = database.list(LINES, OrderRows::line, id);
    List<VendorOrderView> parts = database.list(PARTS, row -> part(row, lines, events), id);
    OrderGroupView view = head.view();
    return new OrderGroupView(
        id,
        view.number(),
        view.accessKey(),
        view.status(),
        view.refundStatus(),
        view.language(),
        view.currency(),
        view.totals(),
        view.delivery(),
        view.placedAt(),
        view.paidAt(),
        payments.stream().map(OrderRows.PaymentRow::view).toList(),
        parts,
        nextAction(view, payments),
        view.party(),
        matching(events, Objects::isNull));
  }

  private NextAction nextAction(OrderGroupView order, List<OrderRows.PaymentRow> payments) {
    return order.status() != OrderGroupStatus.AWAITING_PAYMENT
        ? null
        : payments.stream()
            .flatMap(payment -> nextAction(payment).stream())
            .reduce((older, newer) -> newer)
            .orElse(null);
  }

  private Optional<NextAction> nextAction(OrderRows.PaymentRow payment) {
    return switch (payment.view().status()) {
      case "REQUIRES_ACTION" -> Optional.of(NextAction.redirect(payment.actionUrl()));
      case "PENDING" ->
          paymentDoor
              .instructions(payment.view().gateway(), payment.view().id())
              .map(NextAction::transfer);
      default -> Optional.empty();
    };
  }

  private static VendorOrderView part(
      Row row, List<Of<OrderLineView>> lines, List<Of<TimelineEvent>> events) throws SQLException {
    UUID id = row.uuid("id");
    return OrderRows.part(
        row,
        matching(lines, id::equals),
        matching(events, owner -> owner == null || owner.equals(id)));
  }

  private static <T> List<T> matching(List<Of<T>> all, Predicate<UUID> owner) {
    return all.stream().filter(one -> owner.test(one.owner())).map(Of::it).toList();
  }

  private static InvoiceParty party(Row row) throws SQLException {
    Company company = row.json("company", Company.class);
    String purchaseOrder = row.text("purchase_order");
    return company == null && purchaseOrder == null
        ? null
        : new InvoiceParty(
            company, purchaseOrder, company == null ? List.of() : row.texts("priced"));
  }

  private static Head head(Row row) throws SQLException {
    OrderGroupView view =
        new OrderGroupView(
            row.uuid("id"),
            row.text("number"),
            row.text("access_key"),
            row.one("status", OrderGroupStatus.class),
            row.text("refund_status"),
            row.text("language"),
            CurrencyCode.of(row.text("currency")),
            OrderRows.totals(row, row.money("buyer_fee_minor"), row.money("contribution_minor")),
            OrderRows.delivery(row),
            row.instant("placed_at"),
            row.instant("paid_at"),
            List.of(),
            List.of(),
            null,
            party(row),
            List.of());
    return new Head(
        row.uuid("id"),
        row.uuid("account_id"),
        row.text("access_key"),
        view,
        Origins.read(row.text("origins")));
  }
}
