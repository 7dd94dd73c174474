package org.halles.marketplace.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/** Reads what of a purchase may go back; part of the caller's transaction. */
@ApplicationScoped
class RightsReading {

  private static final String LINES =
      """
      select o.id as part, o.number, o.vendor_id, o.delivered_at, g.paid_at, g.download_at_once,
             o.currency, o.shipping_minor, g.status = 'AUTHORISED' as held,
             coalesce(o.cheapest_shipping_minor, o.shipping_minor) as cheapest_minor,
             coalesce(o.sold_by_trader, v.kind = 'PROFESSIONAL') as trader,
             l.id, l.title, l.kind, l.quantity, l.shipped_quantity, l.cancelled_quantity,
             l.refunded_quantity, l.withdrawal_exclusion, l.performed_on,
             (select coalesce(sum(r.quantity - r.refunded), 0)::int
                from goods_return_line r join goods_return b on b.id = r.return_id
               where r.order_line_id = l.id and b.ended_at is null) as under_way,
             exists (select 1 from goods_return_line r where r.order_line_id = l.id) as ever_asked
        from vendor_order o
        join order_group g on g.id = o.order_group_id
        join vendor v on v.id = o.vendor_id
        join order_line l on l.vendor_order_id = o.id
       where o.order_group_id = (select ?::uuid)
         and (g.paid_at is not null or g.status = 'AUTHORISED')
       order by o.position, l.position
      """;

  /**
   * A line with everything its rights depend on.
   *
   * @param held true if its money is only held
   */
  record Sold(
      UUID part,
      String number,
      UUID vendor,
      boolean trader,
      Instant deliveredAt,
      Instant paidAt,
      UUID line,
      Texts title,
      String kind,
      int quantity,
      int shipped,
      int cancelled,
      int refunded,
      int underWay,
      Exclusion exclusion,
      Money shipping,
      Money cheapest,
      boolean everAsked,
      boolean held) {

    int left() {
      return Math.max(0, quantity - refunded - underWay);
    }

    /** How many of them have not left and never will if they are withdrawn from. */
    int toShip() {
      return quantity - shipped - cancelled;
    }

    /** True if it is on its way to a door where nothing was paid yet: it is refused there. */
    boolean isAtTheDoor() {
      return held && shipped > 0;
    }

    int returnable() {
      int out = shipped - (refunded - cancelled) - underWay;
      return kind.equals("GOODS") && !held ? Math.max(0, Math.min(out, left())) : 0;
    }

    boolean isOver(Instant now) {
      Instant from = kind.equals("GOODS") ? deliveredAt : paidAt;
      return from != null && !now.isBefore(WithdrawalPeriod.end(from));
    }

    int withdrawable(Instant now) {
      return trader && exclusion == null && !isOver(now) && !isAtTheDoor() ? left() : 0;
    }
  }

  private Database database;
  private Clock clock;

  protected RightsReading() {}

  @Inject
  RightsReading(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** All lines of a purchase whose money was taken, or is held. */
  public List<Sold> lines(UUID orderGroup) {
    return database.list(LINES, RightsReading::sold, orderGroup);
  }

  /** By part, in the order of the purchase. */
  public List<Rights> of(UUID orderGroup) {
    return of(lines(orderGroup));
  }

  /** The same of lines that were read before. */
  public List<Rights> of(List<Sold> lines) {
    Map<UUID, List<Sold>> parts =
        lines.stream()
            .collect(Collectors.groupingBy(Sold::part, LinkedHashMap::new, Collectors.toList()));
    return parts.values().stream().map(its -> rights(its, clock.instant())).toList();
  }

  private static Rights rights(List<Sold> lines, Instant now) {
    Sold first = lines.get(0);
    return new Rights(
        first.number(),
        first.trader(),
        until(lines),
        why(lines, now),
        first.held(),
        lines.stream().map(line -> line(line, now)).toList());
  }

  private static Rights.Line line(Sold line, Instant now) {
    return new Rights.Line(
        line.line(),
        line.title(),
        line.returnable(),
        line.withdrawable(now),
        line.exclusion(),
        line.deliveredAt());
  }

  private static LocalDate until(List<Sold> lines) {
    Sold first = lines.get(0);
    boolean goods = lines.stream().anyMatch(line -> line.kind().equals("GOODS"));
    Instant from = goods ? first.deliveredAt() : first.paidAt();
    return from == null ? null : WithdrawalPeriod.lastDay(BusinessCalendar.dayOf(from));
  }

  /** Why nothing of it can be withdrawn from, or null. */
  static String why(List<Sold> lines, Instant now) {
    if (lines.stream().anyMatch(line -> line.withdrawable(now) > 0)) {
      return lines.get(0).held() && !wholly(lines, now) ? "before-taken" : null;
    }
    if (!lines.get(0).trader()) {
      return "private-seller";
    }
    if (lines.stream().allMatch(line -> line.left() == 0)) {
      return "nothing-left";
    }
    return lines.stream().filter(line -> line.left() > 0).allMatch(l -> l.exclusion() != null)
        ? "excluded"
        : "over";
  }

  /** True if nothing of it would stay. */
  private static boolean wholly(List<Sold> lines, Instant now) {
    return lines.stream().allMatch(line -> line.withdrawable(now) == line.quantity());
  }

  private static Sold sold(Row row) throws SQLException {
    return new Sold(
        row.uuid("part"),
        row.text("number"),
        row.uuid("vendor_id"),
        row.flag("trader"),
        row.instant("delivered_at"),
        row.instant("paid_at"),
        row.uuid("id"),
        row.json("title", Texts.class),
        row.text("kind"),
        row.integer("quantity"),
        row.integer("shipped_quantity"),
        row.integer("cancelled_quantity"),
        row.integer("refunded_quantity"),
        row.integer("under_way"),
        exclusion(row),
        row.money("shipping_minor"),
        row.money("cheapest_minor"),
        row.flag("ever_asked"),
        row.flag("held"));
  }

  private static Exclusion exclusion(Row row) throws SQLException {
    String marked = row.text("withdrawal_exclusion");
    if (marked != null) {
      return Exclusion.valueOf(marked);
    }
    return switch (row.text("kind")) {
      case "SERVICE" -> row.day("performed_on") == null ? null : Exclusion.SERVICE_PERFORMED;
      case "DIGITAL" -> row.flag("download_at_once") ? Exclusion.DIGITAL_AT_ONCE : null;
      default -> null;
    };
  }
}
