package org.halles.marketplace.vendor;

import java.sql.SQLException;
import org.halles.marketplace.shared.Row;

/** Reads {@link VendorCard}s. */
final class Cards {

  private Cards() {}

  static VendorCard read(Row row) throws SQLException {
    return new VendorCard(row.uuid("id"), row.text("slug"), row.text("name"));
  }
}
