package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.order.PaidOrder;
import org.halles.marketplace.pricing.Allocation;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Rows;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** The refunds and what they took of which leg; part of the caller's transaction. */
@ApplicationScoped
class RefundStore {

  /** What is known of a refund when its gateway has decided. */
  record Stored(
      UUID id,
      UUID orderGroupId,
      UUID vendorOrder,
      Decision.Cause cause,
      Money amount,
      String reason,
      boolean isFailed,
      Map<UUID, Integer> units) {

    boolean isGoodwill() {
      return cause == Decision.Cause.GOODWILL;
    }
  }

  private static final Rows.Shape LINE =
      Rows.Shape.of("refund_line", "refund_id uuid", "order_line_id uuid", "quantity int");

  private static final Rows.Shape LEG =
      Rows.Shape.of(
          "refund_leg", "refund_id uuid", "allocation_line_id bigint", "amount_minor bigint");

  private static final String LEGS =
      """
      select a.id, a.vendor_order_id, a.order_line_id, a.subject, a.party, a.kind, a.amount_minor,
             a.currency, coalesce(gone.minor, 0) as refunded_minor
        from allocation_line a
        left join lateral (
          select sum(l.amount_minor) as minor from refund_leg l join refund r on r.id = l.refund_id
           where l.allocation_line_id = a.id and r.status <> 'FAILED') as gone on true
       where a.order_group_id = ?
         and not exists (select from vendor_order o where o.id = a.vendor_order_id and o.untaken)
       order by a.id
      """;

  private static final String SUMS =
      """
      select r.*, g.number as order_group, o.number as vendor_order,
             r.status = 'FAILED' and r.cause <> 'CHARGEBACK' and not exists (
               select from refused_refund d where d.transaction_id = r.transaction_id) as waits,
             (select coalesce(sum(l.amount_minor), 0)
                from refund_leg l join allocation_line a on a.id = l.allocation_line_id
               where l.refund_id = r.id and a.kind = 'VENDOR_NET' #A) as vendor_minor,
             (select coalesce(sum(k.kept_minor), 0)
                from refund_kept k join allocation_line a on a.id = k.allocation_line_id
               where k.refund_id = r.id and k.attempt = r.attempt #A) as kept_minor,
             (select coalesce(sum(b.back_minor), 0) from refund_fee_back b
               where b.refund_id = r.id #B) as fee_back_minor,
             #S as shown_minor, #R as shown_recovered,
             (select jsonb_agg(jsonb_build_object('line', l.id, 'title', l.title,
                                                  'quantity', f.quantity) order by l.position)
                from refund_line f join order_line l on l.id = f.order_line_id
               where f.refund_id = r.id #L) as lines
        from refund r
        join order_group g on g.id = r.order_group_id
        left join vendor_order o on o.id = r.vendor_order_id
      """;

  private static final String VIEWS =
      SUMS.replaceAll("#[ABL]", "")
          .replace("#S", "r.amount_minor")
          .replace("#R", "r.recovered_minor");

  /** Of a refund over several parts a vendor sees its own alone; p is that vendor's part. */
  private static final String OWN_VIEWS =
      SUMS.replace("#A", "and a.vendor_order_id = p.id")
          .replace("#B", "and b.vendor_order_id = p.id")
          .replace("#L", "and l.vendor_order_id = p.id")
          .replace(
              "#S",
              """
              case when r.vendor_order_id is not null or r.cause = 'GOODWILL' then r.amount_minor else
                (select coalesce(sum(case a.kind when 'PLATFORM_PROMOTION' then -l.amount_minor
                                     else l.amount_minor end), 0)
                   from refund_leg l join allocation_line a on a.id = l.allocation_line_id
                  where l.refund_id = r.id and a.vendor_order_id = p.id) end
              """)
          .replace("#R", "case when r.vendor_order_id is null then 0 else r.recovered_minor end");

  private record Placed(UUID vendorOrder, UUID line, String subject, Leg leg) {

    String key() {
      // what the buyer gave to others is a thing of its own beside the platform's fee
      String whose = leg.kind() == Allocation.Kind.THIRD_PARTY ? leg.party() : "";
      return vendorOrder + "/" + line + "/" + subject + "/" + whose;
    }
  }

  private Database database;

  protected RefundStore() {}

  @Inject
  RefundStore(Database database) {
    this.database = database;
  }

  /** Everything the buyer of this purchase paid for, with what went back so far. */
  public List<Subject> subjects(UUID orderGroup, CurrencyCode currency) {
    Map<String, List<Placed>> byKey = new LinkedHashMap<>();
    database
        .list(LEGS, RefundStore::placed, orderGroup)
        .forEach(leg -> byKey.computeIfAbsent(leg.key(), key -> new ArrayList<>()).add(leg));
    return byKey.values().stream().map(legs -> subject(legs, currency)).toList();
  }

  private static Subject subject(List<Placed> legs, CurrencyCode currency) {
    Placed first = legs.get(0);
    return new Subject(
        first.vendorOrder(), first.line(), currency, legs.stream().map(Placed::leg).toList());
  }

  /**
   * Writes it down.
   *
   * @param transaction that sends it; null if there is nothing to send
   * @param amount what the buyer gets; the rest of what is taken is the platform's, which gave in
   *     advance
   */
  public void write(
      UUID id, PaidOrder order, Decision decision, UUID transaction, Money amount, Instant now) {
    Claim.Result claim = decision.claim();
    database.update(
        """
        insert into refund (id, order_group_id, vendor_order_id, transaction_id, cause, status,
                            amount_minor, recovered_minor, currency, reason, requested_by,
                            created_at, settled_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        order.id(),
        decision.vendorOrder(),
        transaction,
        decision.cause(),
        transaction == null ? "SUCCEEDED" : "PENDING",
        amount.minor(),
        claim.amount().minus(amount).minor(),
        claim.amount().currency().value(),
        decision.reason(),
        decision.by(),
        now,
        transaction == null ? now : null);
    Rows lines = new Rows(LINE);
    claim.units().forEach((line, quantity) -> lines.add(id, line, quantity));
    lines.insertWith(database);
    Rows legs = new Rows(LEG);
    claim.taken().forEach(one -> legs.add(id, one.leg().id(), one.amount().minor()));
    legs.insertWith(database);
  }

  public Optional<Stored> findByTransaction(UUID transaction) {
    return database.find(
        """
        select r.*, (select array_agg(l.order_line_id::text || ' ' || l.quantity)
                       from refund_line l where l.refund_id = r.id) as units
          from refund r where r.transaction_id = ?
        """,
        RefundStore::stored,
        transaction);
  }

  /** What the buyer of a purchase got back so far, or is to get, what the bank took included. */
  public Money given(UUID orderGroup, CurrencyCode currency) {
    return database
        .find(
            """
            select coalesce(sum(amount_minor), 0) as minor from refund
             where order_group_id = ? and status <> 'FAILED'
            """,
            row -> Money.of(row.whole("minor"), currency),
            orderGroup)
        .orElseThrow();
  }

  /**
   * What the platform took back of its goodwill beyond what of that the buyer has, or will have:
   * above zero where a gateway refused goodwill after it was taken back. It is owed.
   */
  public Money owedGoodwill(UUID orderGroup, CurrencyCode currency) {
    return database
        .find(
            """
            select coalesce(sum(recovered_minor), 0)
                   - coalesce(sum(amount_minor) filter (where cause = 'GOODWILL'), 0) as minor
              from refund where order_group_id = ? and status <> 'FAILED'
            """,
            row -> Money.of(row.whole("minor"), currency),
            orderGroup)
        .orElseThrow();
  }

  /** How much of the money went back, in a word. */
  public String markOf(PaidOrder order) {
    CurrencyCode currency = order.total().currency();
    return RefundMark.of(
        subjects(order.id(), currency), given(order.id(), currency), order.total());
  }

  /** It is under way once more. */
  public void again(UUID id, UUID transaction) {
    database.update(
        """
        update refund set transaction_id = ?, status = 'PENDING', settled_at = null,
               attempt = attempt + 1
         where id = ?
        """,
        transaction,
        id);
  }

  /** A refund takes the place of one that was refused; all of them name the first. */
  public void replaces(UUID id, UUID refused) {
    database.update(
        """
        update refund set replaces =
               (select coalesce(before.replaces, before.id) from refund before where before.id = ?)
         where id = ?
        """,
        refused,
        id);
  }

  /** What was refused was paid after all: that counts as an attempt of its own. */
  public void paidAfterAll(UUID id, Instant at) {
    database.update("update refund set attempt = attempt + 1 where id = ?", id);
    settle(id, true, at);
  }

  /** What a refund took of which leg. */
  public List<Taken> taken(UUID refund) {
    return database.list(
        """
        select a.id, a.vendor_order_id, a.party, a.kind, a.amount_minor, a.currency,
               l.amount_minor as taken_minor
          from refund_leg l join allocation_line a on a.id = l.allocation_line_id
         where l.refund_id = ? order by a.id
        """,
        row ->
            new Taken(
                new Leg(
                    row.whole("id"),
                    row.uuid("vendor_order_id"),
                    row.text("party"),
                    row.one("kind", Allocation.Kind.class),
                    row.money("amount_minor"),
                    row.money("taken_minor")),
                row.money("taken_minor")),
        refund);
  }

  /** The parts whose vendors gave something for it. */
  public List<UUID> partsOf(UUID refund) {
    return database.list(
        """
        select distinct a.vendor_order_id from refund_leg l
          join allocation_line a on a.id = l.allocation_line_id
         where l.refund_id = ? and a.kind = 'VENDOR_NET' order by a.vendor_order_id
        """,
        row -> row.uuid("vendor_order_id"),
        refund);
  }

  public void settle(UUID id, boolean succeeded, Instant now) {
    database.update(
        "update refund set status = ?, settled_at = ? where id = ?",
        succeeded ? "SUCCEEDED" : "FAILED",
        now,
        id);
  }

  /** The refunds of a purchase, oldest first. */
  public List<RefundView> views(UUID orderGroup) {
    return database.list(
        VIEWS + " where r.order_group_id = ? order by r.created_at, r.id",
        RefundStore::view,
        orderGroup);
  }

  /**
   * All of a purchase, oldest first; by one statement, which also says whether there is one.
   *
   * @throws NotFound if there is no such purchase
   */
  public List<RefundView> viewsOfPurchase(String number) {
    List<Optional<RefundView>> rows =
        database.list(
            VIEWS
                + """
                 right join order_group p on p.id = r.order_group_id
                 where p.number = ? order by r.created_at, r.id
                """,
            row -> row.uuid("id") == null ? Optional.empty() : Optional.of(view(row)),
            number);
    if (rows.isEmpty()) {
      throw new NotFound("order", number);
    }
    return rows.stream().flatMap(Optional::stream).toList();
  }

  /**
   * Those that took something of one of the vendor's orders, or gave its buyer the platform's own
   * money for it, oldest first; its own part of them.
   */
  public List<RefundView> viewsOfVendor(UUID vendor, String number) {
    return database.list(
        OWN_VIEWS
            + """
             join vendor_order p on p.order_group_id = r.order_group_id
              and p.vendor_id = ? and p.number = ?
             where refund_concerns(r.id, p.id)
             order by r.created_at, r.id
            """,
        RefundStore::view,
        vendor,
        number);
  }

  public RefundView view(UUID id) {
    return database.find(VIEWS + " where r.id = ?", RefundStore::view, id).orElseThrow();
  }

  private static Placed placed(Row row) throws SQLException {
    Leg leg =
        new Leg(
            row.whole("id"),
            row.uuid("vendor_order_id"),
            row.text("party"),
            row.one("kind", Allocation.Kind.class),
            row.money("amount_minor"),
            row.money("refunded_minor"));
    return new Placed(
        row.uuid("vendor_order_id"), row.uuid("order_line_id"), row.text("subject"), leg);
  }

  private static Stored stored(Row row) throws SQLException {
    Map<UUID, Integer> units = new LinkedHashMap<>();
    for (String unit : row.texts("units")) {
      String[] parts = unit.split(" ");
      units.put(UUID.fromString(parts[0]), Integer.valueOf(parts[1]));
    }
    return new Stored(
        row.uuid("id"),
        row.uuid("order_group_id"),
        row.uuid("vendor_order_id"),
        row.one("cause", Decision.Cause.class),
        row.money("amount_minor"),
        row.text("reason"),
        row.text("status").equals("FAILED"),
        units);
  }

  private static RefundView view(Row row) throws SQLException {
    RefundView.Line[] lines = row.json("lines", RefundView.Line[].class);
    return new RefundView(
        row.uuid("id"),
        row.text("order_group"),
        row.text("vendor_order"),
        row.text("cause"),
        row.text("status"),
        row.money("shown_minor"),
        row.money("vendor_minor"),
        row.money("kept_minor"),
        row.money("fee_back_minor"),
        row.money("shown_recovered"),
        row.text("reason"),
        lines == null ? List.of() : List.of(lines),
        row.instant("created_at"),
        row.instant("settled_at"),
        row.flag("waits"));
  }
}
