package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.halles.marketplace.pricing.Allocation.Kind;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/** What each line and each shipping of a vendor's paid orders earned. */
@ApplicationScoped
class EarningLines {

  /** Comes after every line of its order. */
  private static final int SHIPPING = 1_000_000;

  /** Each order has a line at least, so a page never needs more orders than it has rows. */
  private static final String SUBJECTS =
      """
      select o.id, o.number, o.currency, o.placed_at, subject.*,
             coalesce((select h.released_at is not null from money_hold h
                        where h.vendor_order_id = o.id), o.status in ('DELIVERED', 'CLOSED'))
               as released
        from (select v.* from vendor_order v join order_group g on g.id = v.order_group_id
               where v.vendor_id = ? and g.paid_at is not null and not v.untaken
                 and (v.placed_at, v.id) <= (?, ?)
               order by v.placed_at desc, v.id desc limit ?) as o
        cross join lateral (
          select l.position, l.id as line, l.title, l.quantity, l.total_minor as gross_minor
            from order_line l where l.vendor_order_id = o.id
          union all
          select 1000000, null, null, 1, o.shipping_minor where o.shipping_minor > 0
        ) as subject
       where (o.placed_at, o.id) < (?, ?) or subject.position > ?
       order by o.placed_at desc, o.id desc, subject.position limit ?
      """;

  private record Subject(
      UUID vendorOrder,
      String number,
      boolean released,
      int position,
      UUID line,
      Texts title,
      int quantity,
      Money gross,
      Instant at) {}

  private Database database;
  private Splits splits;

  protected EarningLines() {}

  @Inject
  EarningLines(Database database, Splits splits) {
    this.database = database;
    this.splits = splits;
  }

  public Page<EarningLine> of(UUID vendor, Paging paging) {
    Page<Subject> subjects = subjects(vendor, paging);
    UUID[] orders =
        subjects.items().stream().map(Subject::vendorOrder).distinct().toArray(UUID[]::new);
    List<AllocationView> legs = splits.ofVendorOrders(orders);
    return subjects.map(subject -> line(subject, legs));
  }

  private Page<Subject> subjects(UUID vendor, Paging paging) {
    Instant at = Instant.parse("9999-01-01T00:00:00Z");
    UUID id = new UUID(-1, -1);
    int position = SHIPPING;
    if (paging.after().isPresent()) {
      List<Object> key = Orders.position(paging);
      at = (Instant) key.get(0);
      id = (UUID) key.get(1);
      position = positionIn(paging);
    }
    List<Subject> rows =
        database.list(
            SUBJECTS,
            EarningLines::subject,
            vendor,
            at,
            id,
            paging.limit() + 2,
            at,
            id,
            position,
            paging.limit() + 1);
    return Page.of(
        rows,
        paging.limit(),
        last -> Paging.cursor(last.at(), last.vendorOrder(), last.position()));
  }

  private static int positionIn(Paging paging) {
    try {
      return Integer.parseInt(paging.after().orElseThrow().get(2));
    } catch (NumberFormatException | IndexOutOfBoundsException odd) {
      throw paging.malformedCursor();
    }
  }

  private static EarningLine line(Subject subject, List<AllocationView> all) {
    List<AllocationView> legs = new ArrayList<>();
    for (AllocationView leg : all) {
      if (leg.vendorOrder().equals(subject.number())
          && Objects.equals(leg.line(), subject.line())) {
        legs.add(leg);
      }
    }
    return new EarningLine(
        subject.number(),
        subject.line(),
        subject.title(),
        subject.quantity(),
        subject.gross(),
        sum(subject, legs, Kind.COMMISSION),
        sum(subject, legs, Kind.COMMISSION_VAT),
        sum(subject, legs, Kind.TAX),
        sum(subject, legs, Kind.VENDOR_NET),
        subject.released(),
        subject.at(),
        legs);
  }

  private static Money sum(Subject subject, List<AllocationView> legs, Kind kind) {
    return Money.sum(
        subject.gross().currency(),
        legs.stream().filter(leg -> leg.kind() == kind).map(AllocationView::amount).toList());
  }

  private static Subject subject(Row row) throws SQLException {
    return new Subject(
        row.uuid("id"),
        row.text("number"),
        row.flag("released"),
        row.integer("position"),
        row.uuid("line"),
        row.json("title", Texts.class),
        row.integer("quantity"),
        row.money("gross_minor"),
        row.instant("placed_at"));
  }
}
