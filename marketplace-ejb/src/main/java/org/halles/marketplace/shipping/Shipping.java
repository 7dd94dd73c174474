package org.halles.marketplace.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;
import org.halles.spi.ShippingMethod;

/** Reads the shipping methods of vendors. */
@ApplicationScoped
public class Shipping {

  private record Owned(UUID vendorId, ShippingMethod method) {}

  private final Database database;

  @Inject
  Shipping(Database database) {
    this.database = database;
  }

  protected Shipping() {
    this(null);
  }

  /** The methods of these vendors, each list in its vendor's order. */
  public Map<UUID, List<ShippingMethod>> methodsOf(Collection<UUID> vendorIds) {
    return database
        .list(
            "select * from shipping_method where vendor_id = any(?) order by vendor_id, position",
            row -> new Owned(row.uuid("vendor_id"), method(row)),
            (Object) vendorIds.toArray(UUID[]::new))
        .stream()
        .collect(
            Collectors.groupingBy(
                Owned::vendorId, Collectors.mapping(Owned::method, Collectors.toList())));
  }

  private static ShippingMethod method(Row row) throws SQLException {
    Money price = row.money("price_minor");
    Long freeFrom = row.wholeOrNull("free_from_minor");
    return new ShippingMethod(
        row.uuid("id").toString(),
        row.text("label"),
        row.text("mode"),
        price,
        freeFrom == null ? null : Money.of(freeFrom, price.currency()),
        row.integer("min_days"),
        row.integer("max_days"),
        row.texts("countries"));
  }
}
