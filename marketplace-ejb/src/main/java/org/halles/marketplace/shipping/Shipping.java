package org.halles.marketplace.shipping;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.spi.ShippingMethod;

/** Reads the shipping methods of vendors. */
@ApplicationScoped
public class Shipping {

  /** A column for statements that read vendors as {@code v}: their methods, in their order. */
  public static final String METHODS_OF_V =
      """
      (select json_agg(json_build_object(
          'id', m.id, 'label', m.label, 'mode', m.mode,
          'price', json_build_object('minor', m.price_minor, 'currency', m.currency),
          'freeFrom', case when m.free_from_minor is not null
            then json_build_object('minor', m.free_from_minor, 'currency', m.currency) end,
          'minDays', m.min_days, 'maxDays', m.max_days, 'countries', m.countries)
          order by m.position)::text
        from shipping_method m where m.vendor_id = v.id)
      """;

  private static final TypeReference<List<ShippingMethod>> METHODS = new TypeReference<>() {};

  private final Database database;

  @Inject
  Shipping(Database database) {
    this.database = database;
  }

  protected Shipping() {
    this(null);
  }

  /** The methods of a vendor, in its order. */
  public List<ShippingMethod> methodsOf(UUID vendorId) {
    return database
        .find(
            "select " + METHODS_OF_V + " as methods from vendor v where v.id = ?",
            row -> read(row, "methods"),
            vendorId)
        .orElse(List.of());
  }

  /** The methods in a column made by {@link #METHODS_OF_V}. */
  public static List<ShippingMethod> read(Row row, String column) throws SQLException {
    List<ShippingMethod> methods = row.json(column, METHODS);
    return methods == null ? List.of() : methods;
  }
}
