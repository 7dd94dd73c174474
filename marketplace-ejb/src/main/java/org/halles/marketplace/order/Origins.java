package org.halles.marketplace.order;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;

/** From where the units of orders come; nothing is said where a vendor has one place only. */
@ApplicationScoped
class Origins {

  /** Those of vendor order {@code o}, as one column. */
  static final String OF_O =
      """
      (select json_agg(json_build_object('line', l.id, 'code', p.code, 'place', p.name,
                                         'quantity', t.quantity)
                       order by l.position, p.position, p.id)::text
         from order_line l
         join stock_taking t on t.order_group_id = l.order_group_id and t.offer_id = l.offer_id
         join stock_place p on p.id = t.place_id
        where l.vendor_order_id = o.id and t.quantity > 0
          and exists (select 1 from stock_place q
                       where q.vendor_id = p.vendor_id and q.id <> p.id))
      """;

  private static final TypeReference<List<TakenFrom>> LIST = new TypeReference<>() {};

  private Database database;

  protected Origins() {}

  @Inject
  Origins(Database database) {
    this.database = database;
  }

  /** What {@link #OF_O} found; none for nothing. */
  static List<TakenFrom> read(String origins) {
    return origins == null ? List.of() : Json.read(origins, LIST);
  }

  /** Of all lines of these vendor orders. */
  List<TakenFrom> of(UUID... vendorOrders) {
    return database
        .list(
            "select " + OF_O + " as origins from vendor_order o where o.id = any(?)",
            row -> read(row.text("origins")),
            (Object) vendorOrders)
        .stream()
        .flatMap(List::stream)
        .toList();
  }
}
