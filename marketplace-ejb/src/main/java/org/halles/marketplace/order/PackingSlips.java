package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.OrderRows.Of;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** What goes into parcels, for many orders at once: three statements, however many. */
@ApplicationScoped
public class PackingSlips {

  /** More at once would make a file nobody waits for. */
  public static final int MOST = 100;

  private static final String HEADS =
      """
      select o.id, o.number, o.shipping_label, o.placed_at, coalesce(f.name, v.name) as vendor_name,
             g.language, g.currency, g.purchase_order,
             case when g.paid_at is null and is_cash(g.id) then g.total_minor end as to_collect_minor,
             g.email, g.name, g.line1, g.line2, g.postal_code, g.city, g.region, g.country
        from vendor_order o
        join order_group g on g.id = o.order_group_id
        join vendor v on v.id = o.vendor_id
        left join storefront f on f.vendor_id = v.id
       where o.vendor_id = ? and o.number = any(?) and g.begun_at is not null
       order by o.placed_at, o.id
      """;

  private static final String LINES =
      """
      select * from order_line where vendor_order_id = any(?) order by vendor_order_id, position
      """;

  private Database database;
  private Origins origins;

  protected PackingSlips() {}

  @Inject
  PackingSlips(Database database, Origins origins) {
    this.database = database;
    this.origins = origins;
  }

  /**
   * The slips of these orders, the oldest first.
   *
   * @throws NotFound naming the first that is not there, also if it is another vendor's
   * @throws InvalidInput if there are none or too many
   */
  @Needs(Permission.ORDERS_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public List<PackingSlip> of(VendorScope vendor, List<String> numbers) {
    List<String> wanted = numbers == null ? List.of() : numbers.stream().distinct().toList();
    if (wanted.isEmpty() || wanted.size() > MOST) {
      throw new InvalidInput(
          new Violation(
              "number", "must name 1 to " + MOST + " orders", String.valueOf(wanted.size())));
    }
    List<PackingSlip> heads =
        database.list(HEADS, PackingSlips::head, vendor.vendorId(), wanted.toArray(String[]::new));
    for (String number : wanted) {
      if (heads.stream().noneMatch(slip -> slip.number().equals(number))) {
        throw new NotFound("order", number);
      }
    }
    return withLines(heads);
  }

  private List<PackingSlip> withLines(List<PackingSlip> heads) {
    UUID[] orders = heads.stream().map(PackingSlip::id).toArray(UUID[]::new);
    List<TakenFrom> places = origins.of(orders);
    Map<UUID, List<PackingSlip.Line>> lines = new HashMap<>();
    database.list(LINES, row -> line(row, places), (Object) orders).stream()
        .filter(line -> line.it().quantity() > 0)
        .forEach(
            line -> lines.computeIfAbsent(line.owner(), id -> new ArrayList<>()).add(line.it()));
    return heads.stream()
        .map(
            head ->
                new PackingSlip(
                    head.id(),
                    head.number(),
                    head.vendorName(),
                    head.language(),
                    head.delivery(),
                    head.shippingLabel(),
                    head.purchaseOrder(),
                    head.placedAt(),
                    head.toCollect(),
                    lines.getOrDefault(head.id(), List.of())))
        .toList();
  }

  private static PackingSlip head(Row row) throws SQLException {
    return new PackingSlip(
        row.uuid("id"),
        row.text("number"),
        row.text("vendor_name"),
        row.text("language"),
        OrderRows.delivery(row),
        row.text("shipping_label"),
        row.text("purchase_order"),
        row.instant("placed_at"),
        row.wholeOrNull("to_collect_minor") == null ? null : row.money("to_collect_minor"),
        List.of());
  }

  private static Of<PackingSlip.Line> line(Row row, List<TakenFrom> places) throws SQLException {
    UUID id = row.uuid("id");
    int ordered = row.integer("quantity") - row.integer("cancelled_quantity");
    return new Of<>(
        row.uuid("vendor_order_id"),
        new PackingSlip.Line(
            id,
            row.json("title", Texts.class),
            row.text("sku"),
            row.words("options"),
            ordered,
            ordered - row.integer("shipped_quantity"),
            row.integer("shipped_quantity") > 0 // nobody wrote down from where those came
                ? List.of()
                : places.stream().filter(one -> one.line().equals(id)).toList()));
  }
}
