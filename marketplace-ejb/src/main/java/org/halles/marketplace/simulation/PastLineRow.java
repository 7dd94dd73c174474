package org.halles.marketplace.simulation;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;

/** A line of a past order as it was stored, with what its listing is today. */
record PastLineRow(
    UUID orderId,
    UUID id,
    UUID offerId,
    UUID listingId,
    String kind,
    Texts title,
    int quantity,
    long unitPriceMinor,
    long totalMinor,
    long taxMinor,
    Map<String, String> attributes,
    List<String> path,
    String root,
    Texts rootName,
    long commissionMinor) {

  static PastLineRow read(Row row) throws SQLException {
    String root = row.text("root");
    return new PastLineRow(
        row.uuid("vendor_order_id"),
        row.uuid("id"),
        row.uuid("offer_id"),
        row.uuid("listing_id"),
        row.text("kind"),
        row.json("title", Texts.class),
        row.integer("quantity"),
        row.whole("unit_price_minor"),
        row.whole("total_minor"),
        row.whole("tax_minor"),
        row.text("attributes") == null ? Map.of() : row.words("attributes"),
        root == null ? List.of() : row.texts("path"),
        root == null ? "" : root,
        root == null ? Texts.NONE : row.json("root_name", Texts.class),
        row.whole("commission_minor"));
  }
}
