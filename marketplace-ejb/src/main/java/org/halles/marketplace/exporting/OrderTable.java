package org.halles.marketplace.exporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.importing.CsvFile;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.Money;

/** A vendor's paid orders as a table, a row a line, newest first, read in parts. */
@ApplicationScoped
public class OrderTable {

  private static final int PART = 500;

  private static final String LINES =
      """
      select o.id, o.placed_at, o.number, o.status, o.currency, o.shipping_minor, o.total_minor,
             o.shipped_at, o.delivered_at, l.position, l.title, l.sku, l.options, l.quantity,
             l.shipped_quantity, l.unit_price_minor, l.total_minor as line_minor, l.tax_minor,
             l.tax_label
        from (select v.* from vendor_order v join order_group g on g.id = v.order_group_id
               where v.vendor_id = ? and g.begun_at is not null and (v.placed_at, v.id) < (?, ?)
               order by v.placed_at desc, v.id desc limit ?) o
        join order_line l on l.vendor_order_id = o.id
       order by o.placed_at desc, o.id desc, l.position
      """;

  private record Line(UUID order, Instant placedAt, List<Object> cells) {}

  private Database database;

  protected OrderTable() {}

  @Inject
  OrderTable(Database database) {
    this.database = database;
  }

  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.ORDERS_READ)
  public void write(VendorScope scope, String language, OutputStream out) throws IOException {
    try (CsvFile file = CsvFile.to(out)) {
      file.row(
          "order",
          "status",
          "placed_at",
          "shipped_at",
          "delivered_at",
          "sku",
          "title",
          "options",
          "quantity",
          "shipped",
          "unit_price",
          "line_total",
          "tax",
          "tax_label",
          "order_shipping",
          "order_total",
          "currency");
      Instant before = Instant.parse("9999-01-01T00:00:00Z");
      UUID last = new UUID(-1, -1);
      List<Line> lines;
      do {
        lines =
            database.list(LINES, row -> line(row, language), scope.vendorId(), before, last, PART);
        lines.forEach(line -> file.row(line.cells().toArray()));
        if (!lines.isEmpty()) {
          before = lines.get(lines.size() - 1).placedAt();
          last = lines.get(lines.size() - 1).order();
        }
      } while (!lines.isEmpty());
    }
  }

  private static Line line(Row row, String language) throws SQLException {
    return new Line(
        row.uuid("id"),
        row.instant("placed_at"),
        Arrays.asList(
            row.text("number"),
            row.text("status"),
            row.instant("placed_at"),
            row.instant("shipped_at"),
            row.instant("delivered_at"),
            row.text("sku"),
            row.json("title", Texts.class).in(language),
            String.join(", ", row.words("options").values()),
            row.integer("quantity"),
            row.integer("shipped_quantity"),
            figure(row.money("unit_price_minor")),
            figure(row.money("line_minor")),
            figure(row.money("tax_minor")),
            row.text("tax_label"),
            figure(row.money("shipping_minor")),
            figure(row.money("total_minor")),
            row.text("currency")));
  }

  private static String figure(Money amount) {
    return amount.toDecimal().toPlainString();
  }
}
