package org.halles.marketplace.promotion;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** Reads and writes promotions, inside the caller's transaction. */
@ApplicationScoped
class PromotionRows {

  private static final TypeReference<List<Money>> AMOUNTS = new TypeReference<>() {};

  private static final String VIEW =
      """
      select p.id, p.version, v.slug as vendor, p.code, p.title::text as title, p.basis_points,
             p.amount_minor, p.minimum_minor, p.currency, p.platform_basis_points, p.target,
             case p.target when 'VENDOR' then
               array(select slug from vendor where id::text = any(p.targets) order by slug)
               else p.targets end as targets,
             p.stackable, p.total_limit, p.buyer_limit, p.starts_at, p.ends_at,
             case when p.status = 'ENDED' or p.ends_at <= ?::timestamptz then 'ENDED'
                  when p.status = 'PAUSED' then 'PAUSED'
                  when p.starts_at > ?::timestamptz then 'SCHEDULED' else 'ACTIVE' end as state,
             (select count(*) from promotion_use u
               where u.promotion_id = p.id and u.released_at is null) as uses,
             (select jsonb_agg(jsonb_build_object('minor', s.minor, 'currency', s.currency))::text
                from (select g.currency, sum(d.amount_minor) as minor
                        from order_discount d join order_group g on g.id = d.order_group_id
                        join order_line l on l.id = d.order_line_id
                        join vendor_order o on o.id = l.vendor_order_id and not o.untaken
                       where d.promotion_id = p.id and g.paid_at is not null
                       group by g.currency) s) as given,
             (select count(*) from promotion_member m where m.promotion_id = p.id) as members,
             exists (select from promotion_member m
                      where m.promotion_id = p.id and m.vendor_id = ?) as joined,
             p.created_at
        from promotion p left join vendor v on v.id = p.vendor_id
      """;

  /** What a page sorts by goes with each row. */
  private record Dated(Instant at, PromotionView view) {}

  private Database database;

  protected PromotionRows() {}

  @Inject
  PromotionRows(Database database) {
    this.database = database;
  }

  /** A vendor's own, newest first. */
  public Page<PromotionView> ofVendor(UUID vendor, Paging paging, Instant now) {
    return page("p.vendor_id = ?", vendor, vendor, paging, now);
  }

  /** The operator's, newest first. */
  public Page<PromotionView> ofOperator(Paging paging, Instant now) {
    return page("p.vendor_id is null and ?::uuid is null", null, null, paging, now);
  }

  /** The operator's that a vendor may take part in, newest first. */
  public Page<PromotionView> shared(UUID vendor, Paging paging, Instant now) {
    return page(
        "p.vendor_id is null and p.platform_basis_points < 10000 and p.status <> 'ENDED'"
            + " and (p.target <> 'VENDOR' or ?::text = any(p.targets))",
        vendor.toString(),
        vendor,
        paging,
        now);
  }

  private Page<PromotionView> page(
      String which, Object about, UUID reader, Paging paging, Instant now) {
    Instant before = paging.keys(2).map(keys -> keys.instant(0)).orElse(Instant.MAX);
    UUID id = paging.keys(2).map(keys -> keys.uuid(1)).orElse(new UUID(0, 0));
    Instant from = before.equals(Instant.MAX) ? Instant.parse("9999-01-01T00:00:00Z") : before;
    List<Dated> found =
        database.list(
            VIEW
                + " where "
                + which
                + " and (p.created_at, p.id) < (?::timestamptz, ?::uuid)"
                + " order by p.created_at desc, p.id desc limit ?",
            row -> new Dated(row.instant("created_at"), view(row)),
            now,
            now,
            reader,
            about,
            from,
            id,
            paging.limit() + 1);
    return Page.of(found, paging.limit(), last -> Paging.cursor(last.at(), last.view().id()))
        .map(Dated::view);
  }

  /** One of the vendor's, or of the operator's. */
  public Optional<PromotionView> find(UUID vendor, UUID id, Instant now) {
    return database.find(
        VIEW + " where p.id = ? and p.vendor_id is not distinct from ?::uuid",
        PromotionRows::view,
        now,
        now,
        vendor,
        id,
        vendor);
  }

  /** Locks it for a change. */
  public void lock(UUID id) {
    database.find("select 1 from promotion where id = ? for no key update", row -> true, id);
  }

  /** Those of the owner whose last day is over keep their code no longer. */
  public void endLapsed(UUID vendor, String code, Instant now) {
    database.update(
        """
        update promotion set status = 'ENDED'
         where code = ? and vendor_id is not distinct from ?::uuid and status <> 'ENDED'
           and ends_at <= ?::timestamptz
        """,
        code,
        vendor,
        now);
  }

  /** False if the owner has a live one with this code. */
  public boolean insert(UUID id, UUID vendor, PromotionChecks.Checked promotion, Instant now) {
    PromotionInput input = promotion.input();
    CurrencyCode currency = promotion.currency();
    return database.update(
            """
        insert into promotion
          (id, vendor_id, code, title, kind, basis_points, amount_minor, minimum_minor, currency,
           platform_basis_points, target, targets, stackable, total_limit, buyer_limit, starts_at,
           ends_at, status, created_at)
        values (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ACTIVE', ?)
        on conflict do nothing
        """,
            id,
            vendor,
            input.code(),
            Json.write(input.title()),
            input.amount() == null ? "PERCENT" : "AMOUNT",
            input.basisPoints(),
            minor(input.amount()),
            minor(input.minimum()),
            currency == null ? null : currency.value(),
            share(input),
            promotion.target(),
            promotion.targets().toArray(String[]::new),
            input.stackable(),
            input.totalLimit(),
            input.buyerLimit(),
            input.startsAt(),
            input.endsAt(),
            now)
        == 1;
  }

  public void update(UUID id, PromotionChecks.Checked promotion) {
    PromotionInput input = promotion.input();
    CurrencyCode currency = promotion.currency();
    database.update(
        """
        update promotion set title = ?::jsonb, kind = ?, basis_points = ?, amount_minor = ?,
          minimum_minor = ?, currency = ?, platform_basis_points = ?, target = ?, targets = ?,
          stackable = ?, total_limit = ?, buyer_limit = ?, starts_at = ?, ends_at = ?,
          version = version + 1
         where id = ?
        """,
        Json.write(input.title()),
        input.amount() == null ? "PERCENT" : "AMOUNT",
        input.basisPoints(),
        minor(input.amount()),
        minor(input.minimum()),
        currency == null ? null : currency.value(),
        share(input),
        promotion.target(),
        promotion.targets().toArray(String[]::new),
        input.stackable(),
        input.totalLimit(),
        input.buyerLimit(),
        input.startsAt(),
        input.endsAt(),
        id);
  }

  public void become(UUID id, String status) {
    database.update(
        "update promotion set status = ?, version = version + 1 where id = ?", status, id);
  }

  /** The share of the vendors that joined was another: they are asked again. */
  public void dismiss(UUID id) {
    database.update("delete from promotion_member where promotion_id = ?", id);
  }

  public void join(UUID id, UUID vendor, Instant now) {
    database.update(
        "insert into promotion_member (promotion_id, vendor_id, joined_at) values (?, ?, ?)"
            + " on conflict do nothing",
        id,
        vendor,
        now);
  }

  public void leave(UUID id, UUID vendor) {
    database.update(
        "delete from promotion_member where promotion_id = ? and vendor_id = ?", id, vendor);
  }

  private static int share(PromotionInput input) {
    return input.platformBasisPoints() == null ? 10_000 : input.platformBasisPoints();
  }

  private static Long minor(Money amount) {
    return amount == null ? null : amount.minor();
  }

  private static PromotionView view(Row row) throws SQLException {
    String code = row.text("currency");
    CurrencyCode currency = code == null ? null : CurrencyCode.of(code);
    List<Money> given = row.json("given", AMOUNTS);
    return new PromotionView(
        row.uuid("id"),
        row.integer("version"),
        row.text("vendor"),
        row.text("code"),
        row.json("title", Texts.class),
        row.integerOrNull("basis_points"),
        money(row.wholeOrNull("amount_minor"), currency),
        money(row.wholeOrNull("minimum_minor"), currency),
        row.integer("platform_basis_points"),
        row.one("target", Target.class),
        row.texts("targets"),
        row.flag("stackable"),
        row.integerOrNull("total_limit"),
        row.integerOrNull("buyer_limit"),
        row.instant("starts_at"),
        row.instant("ends_at"),
        row.text("state"),
        row.whole("uses"),
        given == null ? List.of() : given,
        row.integer("members"),
        row.flag("joined"));
  }

  private static Money money(Long minor, CurrencyCode currency) {
    return minor == null ? null : Money.of(minor, currency);
  }
}
