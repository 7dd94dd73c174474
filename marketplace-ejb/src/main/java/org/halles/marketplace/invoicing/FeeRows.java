package org.halles.marketplace.invoicing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Ordering;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.VendorFacts;

/** Reads and writes fees and what was charged, inside the caller's transaction. */
@ApplicationScoped
class FeeRows {

  /** A vendor that has to pay a fee for so many units of a month. */
  record Due(UUID fee, UUID vendor, int units) {}

  /** A fee, and when it was made. */
  record Dated(Instant at, FeeView view) {}

  private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

  private static final String FEE =
      """
      select f.id, f.kind, f.title::text as title, f.amount_minor, f.currency, v.slug as vendor,
             f.free_units, f.first_month, f.ended_at, f.created_at,
             (select count(*) from vendor_fee_charge c where c.fee_id = f.id) as charges
        from vendor_fee f left join vendor v on v.id = f.vendor_id
      """;

  private static final String CHARGE =
      """
      select c.id, f.kind, f.title::text as title, c.period, c.units, c.net_minor, c.vat_minor,
             c.currency, c.reason, c.charged_at
        from vendor_fee_charge c join vendor_fee f on f.id = c.fee_id
      """;

  /**
   * Who has to pay for a month and was not charged yet; orders count in the month they were paid.
   */
  private static final String DUE =
      """
      select f.id as fee, v.id as vendor, n.units
        from vendor_fee f
        join vendor v on (f.vendor_id is null or f.vendor_id = v.id)
         and v.status = 'APPROVED' and v.created_at < ?::timestamptz
        cross join lateral (
          select case f.kind
            when 'SUBSCRIPTION' then 1
            when 'LISTING' then
              (select count(*) from listing l
                where l.vendor_id = v.id and l.status = 'LIVE') - f.free_units
            else (select count(*) from vendor_order o join order_group g on g.id = o.order_group_id
                   where o.vendor_id = v.id and not o.untaken and g.paid_at >= ?::timestamptz
                     and g.paid_at < ?::timestamptz) - f.free_units
            end as units) as n
       where f.kind <> 'PENALTY' and f.first_month <= ?
         and (f.ended_at is null or f.ended_at >= ?::timestamptz) and n.units > 0
         and not exists (select from vendor_fee_charge c
                          where c.fee_id = f.id and c.vendor_id = v.id and c.period = ?)
       order by v.id, f.id
      """;

  private Database database;

  protected FeeRows() {}

  @Inject
  FeeRows(Database database) {
    this.database = database;
  }

  public Page<FeeView> fees(FeeSort sort, Paging paging) {
    Ordering<Dated> ordering = sort.ordering();
    List<Object> parameters = new ArrayList<>();
    String sql = FEE + " where true" + ordering.after(paging, parameters) + ordering.orderBy();
    parameters.add(paging.limit() + 1);
    List<Dated> found =
        database.list(
            sql, row -> new Dated(row.instant("created_at"), fee(row)), parameters.toArray());
    return ordering.page(found, paging).map(Dated::view);
  }

  /** Whoever charges it by hand waits for whoever does. */
  public void lock(UUID id) {
    database.find("select 1 from vendor_fee where id = ? for no key update", row -> true, id);
  }

  public Optional<FeeView> fee(UUID id) {
    return database.find(FEE + " where f.id = ?", FeeRows::fee, id);
  }

  public Page<ChargeView> charges(UUID vendor, Paging paging) {
    List<ChargeView> found =
        database.list(
            CHARGE
                + " where c.vendor_id = ? and (c.charged_at, c.id) < (?::timestamptz, ?::uuid)"
                + " order by c.charged_at desc, c.id desc limit ?",
            FeeRows::charge,
            vendor,
            paging.keys(2).map(keys -> keys.instant(0)).orElse(LAST),
            paging.keys(2).map(keys -> keys.uuid(1)).orElse(new UUID(0, 0)),
            paging.limit() + 1);
    return Page.of(found, paging.limit(), last -> Paging.cursor(last.at(), last.id()));
  }

  public Optional<ChargeView> charge(UUID id) {
    return database.find(CHARGE + " where c.id = ?", FeeRows::charge, id);
  }

  /** What VAT on fees depends on. */
  public Optional<VendorFacts> vendor(UUID id) {
    return database.find(
        "select id, slug, country, kind from vendor where id = ?",
        row ->
            new VendorFacts(
                row.text("id"),
                row.text("slug"),
                row.text("country"),
                row.text("kind").equals("PROFESSIONAL"),
                Map.of()),
        id);
  }

  public List<Due> due(YearMonth month) {
    Instant begin = startOf(month.atDay(1));
    Instant end = startOf(month.plusMonths(1).atDay(1));
    return database.listPatiently(
        DUE,
        row -> new Due(row.uuid("fee"), row.uuid("vendor"), row.integer("units")),
        end,
        begin,
        end,
        month.toString(),
        end,
        month.toString());
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(BusinessCalendar.zone()).toInstant();
  }

  public void insert(UUID id, FeeKind kind, FeeInput fee, String firstMonth, Instant now) {
    database.update(
        """
        insert into vendor_fee (id, kind, title, amount_minor, currency, vendor_id, free_units,
                                first_month, created_at)
        values (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)
        """,
        id,
        kind,
        Json.write(fee.title()),
        fee.amount().minor(),
        fee.amount().currency().value(),
        fee.vendor(),
        fee.freeUnits() == null ? 0 : fee.freeUnits(),
        firstMonth,
        now);
  }

  public void end(UUID id, Instant now) {
    database.update("update vendor_fee set ended_at = ? where id = ?", now, id);
  }

  /** False if the vendor was charged this fee for the month before. */
  public boolean insert(UUID fee, UUID vendor, ChargeView charge) {
    return database.update(
            """
            insert into vendor_fee_charge (id, fee_id, vendor_id, period, units, net_minor,
                                           vat_minor, currency, reason, charged_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (fee_id, vendor_id, period) where period is not null do nothing
            """,
            charge.id(),
            fee,
            vendor,
            charge.period(),
            charge.units(),
            charge.net().minor(),
            charge.vat().minor(),
            charge.net().currency().value(),
            charge.reason(),
            charge.at())
        == 1;
  }

  private static FeeView fee(Row row) throws SQLException {
    return new FeeView(
        row.uuid("id"),
        row.one("kind", FeeKind.class),
        row.json("title", Texts.class),
        row.money("amount_minor"),
        row.text("vendor"),
        row.integer("free_units"),
        row.text("first_month"),
        row.instant("ended_at"),
        row.whole("charges"));
  }

  private static ChargeView charge(Row row) throws SQLException {
    return new ChargeView(
        row.uuid("id"),
        row.one("kind", FeeKind.class),
        row.json("title", Texts.class),
        row.text("period"),
        row.integer("units"),
        row.money("net_minor"),
        row.money("vat_minor"),
        row.text("reason"),
        row.instant("charged_at"));
  }
}
