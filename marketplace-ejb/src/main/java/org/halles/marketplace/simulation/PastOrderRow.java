package org.halles.marketplace.simulation;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.commission.Sale;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;
import org.halles.spi.SaleFacts;
import org.halles.spi.VendorFacts;

/** A vendor's part of a past order, without its lines. */
record PastOrderRow(
    UUID id,
    Instant placedAt,
    String number,
    Money shipping,
    Money total,
    boolean taxOnTop,
    String buyerCountry,
    PastOrder.Seller seller) {

  static PastOrderRow read(Row row) throws SQLException {
    return new PastOrderRow(
        row.uuid("id"),
        row.instant("placed_at"),
        row.text("number"),
        row.money("shipping_minor"),
        row.money("total_minor"),
        row.whole("tax_added_minor") > 0,
        row.text("buyer_country"),
        new PastOrder.Seller(
            row.uuid("vendor_id"),
            row.text("slug"),
            row.text("name"),
            row.text("country"),
            row.text("kind").equals("PROFESSIONAL")));
  }

  PastOrder with(List<PastLineRow> lines, Map<VendorFacts.SalesPeriod, Money> sold) {
    VendorFacts vendor =
        new VendorFacts(
            seller.id().toString(), seller.slug(), seller.country(), seller.professional(), sold);
    Map<UUID, Money> shares = shippingShares(lines);
    List<PastOrder.Line> past = new ArrayList<>();
    for (PastLineRow line : lines) {
      Money none = Money.zero(shipping.currency());
      past.add(
          new PastOrder.Line(
              new Sale(line.offerId(), facts(line, vendor, shares.getOrDefault(line.id(), none))),
              line.title(),
              line.root(),
              line.rootName(),
              Money.of(line.commissionMinor(), shipping.currency())));
    }
    return new PastOrder(id, placedAt, number, seller, past);
  }

  private SaleFacts facts(PastLineRow line, VendorFacts vendor, Money shippingShare) {
    long gross = line.totalMinor() + (taxOnTop ? line.taxMinor() : 0);
    return new SaleFacts(
        vendor,
        line.listingId().toString(),
        line.kind().toLowerCase(Locale.ROOT),
        line.path(),
        line.attributes(),
        line.quantity(),
        Money.of(line.unitPriceMinor(), shipping.currency()),
        Money.of(gross, shipping.currency()),
        Money.of(line.taxMinor(), shipping.currency()),
        shippingShare,
        buyerCountry,
        placedAt,
        LocalDateTime.ofInstant(placedAt, BusinessCalendar.zone()),
        Money.of(
            Math.multiplyExact(line.unitPriceMinor(), line.quantity()) - line.totalMinor(),
            shipping.currency()));
  }

  /** As the checkout divides it: by value over what is shipped, ties by offer. */
  private Map<UUID, Money> shippingShares(List<PastLineRow> lines) {
    List<PastLineRow> shipped =
        lines.stream()
            .filter(line -> line.kind().equals("GOODS"))
            .sorted(Comparator.comparing(PastLineRow::offerId))
            .toList();
    Map<UUID, Money> shares = new HashMap<>();
    if (!shipped.isEmpty()) {
      List<Money> parts = shipping.allocate(shipped.stream().map(PastLineRow::totalMinor).toList());
      for (int index = 0; index < shipped.size(); index++) {
        shares.put(shipped.get(index).id(), parts.get(index));
      }
    }
    return shares;
  }
}
