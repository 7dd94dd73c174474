package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.OrderPaid;
import org.halles.marketplace.shared.DomainEvent.ShipmentSent;
import org.halles.marketplace.shared.DomainEvent.VendorPart;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;

/** Buyers hear that they bought and what is on its way; vendors hear what to send. */
@ApplicationScoped
class OrderLetters {

  private static final String OF_GROUP = "order_group_id = ?";
  private static final String OF_PART = "vendor_order_id = ?";

  private Post post;
  private Readers readers;
  private Database database;

  protected OrderLetters() {}

  @Inject
  OrderLetters(Post post, Readers readers, Database database) {
    this.post = post;
    this.readers = readers;
    this.database = database;
  }

  void on(@Observes OrderPaid paid) {
    Reader buyer = new Reader(paid.email(), "", paid.language());
    post.send(
        Letter.of("order-placed", paid.orderGroupId(), buyer, paid.at())
            .with("number", paid.number())
            .with("total", paid.total())
            .with("lines", lines(OF_GROUP, paid.orderGroupId(), paid.language()))
            .with("link", orderPage(paid.orderGroupId(), paid.language())));
    paid.parts().forEach(part -> tellVendor(part, paid));
  }

  private void tellVendor(VendorPart part, OrderPaid paid) {
    String slug =
        database
            .find("select slug from vendor where id = ?", row -> row.text("slug"), part.vendorId())
            .orElseThrow();
    for (Reader reader : readers.ofVendor(part.vendorId(), "MANAGER", "ORDERS")) {
      post.send(
          Letter.of("new-order", part.vendorOrderId(), reader, paid.at())
              .with("number", part.number())
              .with("total", part.total())
              .with("lines", lines(OF_PART, part.vendorOrderId(), reader.language()))
              .with("link", Links.portal("/vendor/" + slug + "/orders/" + part.number())));
    }
  }

  void on(@Observes ShipmentSent sent) {
    readers
        .buyer(sent.orderGroupId())
        .ifPresent(
            buyer ->
                post.send(
                    Letter.of("shipped", sent.shipmentId(), buyer, sent.at())
                        .with("number", sent.number())
                        .with("vendor", vendorOf(sent.vendorOrderId()))
                        .with("carrier", sent.carrier())
                        .with("code", sent.trackingCode())
                        .with("lines", parcel(sent.shipmentId(), buyer.language()))
                        .with("link", orderPage(sent.orderGroupId(), buyer.language()))));
  }

  private String vendorOf(UUID vendorOrderId) {
    return database
        .find(
            "select v.name from vendor_order o join vendor v on v.id = o.vendor_id where o.id = ?",
            row -> row.text("name"),
            vendorOrderId)
        .orElseThrow();
  }

  /** Good without signing in: whoever bought as a guest has nothing else. */
  private String orderPage(UUID orderGroupId, String language) {
    return database
        .find(
            "select number, access_key from order_group where id = ?",
            row ->
                Links.page(
                    language,
                    "/orders/" + row.text("number") + "?accessKey=" + row.text("access_key")),
            orderGroupId)
        .orElseThrow();
  }

  private String lines(String whose, UUID id, String language) {
    Locale locale = Letter.localeOf(language);
    return database
        .list(
            "select l.quantity, l.title, l.total_minor, g.currency from order_line l"
                + " join order_group g on g.id = l.order_group_id where l."
                + whose
                + " order by l.vendor_order_id, l.position limit 100",
            row -> quantity(row, language) + ", " + Letter.money(row.money("total_minor"), locale),
            id)
        .stream()
        .collect(Collectors.joining("\n"));
  }

  private String parcel(UUID shipmentId, String language) {
    return database
        .list(
            """
            select s.quantity, l.title from shipment_line s join order_line l on l.id = s.order_line_id
             where s.shipment_id = ? order by l.position limit 100
            """,
            row -> quantity(row, language),
            shipmentId)
        .stream()
        .collect(Collectors.joining("\n"));
  }

  private static String quantity(Row row, String language) throws SQLException {
    return row.integer("quantity") + " × " + row.json("title", Texts.class).in(language);
  }
}
