package org.halles.marketplace.hold;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.Money;

/** What of a vendor's money becomes available when. */
@ApplicationScoped
public class Maturity {

  /** A reserve that refunds took of is short where it is given last. */
  private static final String RIPENING =
      """
      with held as (
        select h.release_at, h.vendor_order_id,
               case when h.delivered then 'PENDING' else 'UNCONFIRMED' end as kind,
               left_over.currency, left_over.minor as amount_minor
          from money_hold h
          cross join lateral (
            select p.currency,
                   sum(case p.side when 'C' then p.amount_minor else -p.amount_minor end) as minor
              from posting p join ledger_account a on a.id = p.account_id
             where p.vendor_order_id = h.vendor_order_id
               and a.address = 'vendor_pending:' || h.vendor_id
             group by p.currency) as left_over
         where h.vendor_id = ? and h.released_at is null
      ), kept as (
        select r.*, sum(r.amount_minor) over (
                 partition by r.currency order by r.release_at, r.vendor_order_id)
                 - r.amount_minor as sooner
          from money_reserve r where r.vendor_id = ? and r.released_at is null
      ), funds as (
        select a.currency,
               sum(case p.side when 'C' then p.amount_minor else -p.amount_minor end) as minor
          from ledger_account a join posting p on p.account_id = a.id
         where a.address = 'vendor_reserve:' || ?::uuid group by a.currency
      )
      select ripe.*, o.number from (
        select * from held
        union all
        select k.release_at, k.vendor_order_id, 'RESERVE', k.currency,
               least(k.amount_minor, f.minor - k.sooner)
          from kept k join funds f on f.currency = k.currency
      ) as ripe
      join vendor_order o on o.id = ripe.vendor_order_id
      where ripe.amount_minor > 0 and (ripe.release_at, ripe.vendor_order_id, ripe.kind) > (?, ?, ?)
      order by ripe.release_at, ripe.vendor_order_id, ripe.kind limit ?
      """;

  private record Placed(Ripening it, UUID vendorOrder) {}

  private Database database;

  protected Maturity() {}

  @Inject
  Maturity(Database database) {
    this.database = database;
  }

  /** What becomes available on which day, the soonest first. */
  @Needs(Permission.MONEY_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Page<Ripening> of(VendorScope vendor, Paging paging) {
    Instant after = paging.keys(3).map(keys -> keys.instant(0)).orElse(Instant.EPOCH);
    UUID order = paging.keys(3).map(keys -> keys.uuid(1)).orElse(new UUID(0, 0));
    String kind = paging.keys(3).map(keys -> keys.text(2)).orElse("");
    List<Placed> rows =
        database.list(
            RIPENING,
            Maturity::read,
            vendor.vendorId(),
            vendor.vendorId(),
            vendor.vendorId(),
            after,
            order,
            kind,
            paging.limit() + 1);
    return Page.of(
            rows,
            paging.limit(),
            last -> Paging.cursor(last.it().at(), last.vendorOrder(), last.it().kind()))
        .map(Placed::it);
  }

  private static Placed read(Row row) throws SQLException {
    Instant at = row.instant("release_at");
    Money amount = row.money("amount_minor");
    return new Placed(
        new Ripening(row.text("number"), row.text("kind"), amount, BusinessCalendar.dayOf(at), at),
        row.uuid("vendor_order_id"));
  }
}
