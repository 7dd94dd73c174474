package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;

/** Adds up a vendor's part of the book by month; inside the caller's transaction. */
@ApplicationScoped
class StatementSums {

  /**
   * What entry {@code e} is to a vendor, where {@code undone} is what it turns round: money that
   * comes back is no correction.
   */
  static final String KIND =
      """
      case when undone.template in ('dispute-held', 'chargeback-opened', 'chargeback-lost',
                                    'refund', 'commission-kept')
           then undone.template || '-undone' else e.template end
      """;

  /** Moving money between a vendor's own accounts changes nothing and leaves no row. */
  private static final String MOVEMENTS =
      """
      select to_char(e.day, 'YYYY-MM') as period, p.currency,
      """
          + KIND
          + """
             as kind, sum(case p.side when 'C' then p.amount_minor else -p.amount_minor end) as amount_minor
        from ledger_account a
        join posting p on p.account_id = a.id
        join journal_entry e on e.id = p.entry_id
        left join journal_entry undone on undone.id = e.reverses
       where a.address = any(?)
       group by 1, p.currency, 3
      having sum(case p.side when 'C' then p.amount_minor else -p.amount_minor end) <> 0
       order by 1, p.currency, 3
      """;

  /** What the vendor's sales were made of, from the frozen split. */
  private static final String LEGS =
      """
      with sold as (
        select distinct p.vendor_order_id as id, to_char(e.day, 'YYYY-MM') as period
          from ledger_account a
          join posting p on p.account_id = a.id
          join journal_entry e on e.id = p.entry_id and e.template = 'capture'
         where a.address = ?
      )
      select sold.period, l.currency,
             case when l.kind in ('COMMISSION', 'COMMISSION_VAT', 'TAX') then l.kind else 'OTHER' end as kind,
             sum(case l.kind when 'PLATFORM_PROMOTION' then -l.amount_minor
                             else l.amount_minor end) as amount_minor
        from sold join allocation_line l on l.vendor_order_id = sold.id
       where l.kind <> 'VENDOR_NET'
         -- what the platform pays for those who sent a buyer is no matter of the vendor's
         and (l.kind <> 'PLATFORM_PROMOTION' or l.party like 'affiliate:%')
       group by 1, 2, 3
      """;

  /** A sum of one kind in one month. */
  record Sum(YearMonth period, String kind, Money amount) {}

  private Database database;

  protected StatementSums() {}

  @Inject
  StatementSums(Database database) {
    this.database = database;
  }

  /** By month, currency and template; signed. */
  public List<Sum> movements(UUID vendor) {
    return database.list(MOVEMENTS, StatementSums::read, (Object) addresses(vendor));
  }

  /**
   * What others got of the vendor's sales: {@code COMMISSION}, {@code COMMISSION_VAT}, {@code TAX},
   * {@code OTHER}.
   */
  public List<Sum> legs(UUID vendor) {
    return database.list(LEGS, StatementSums::read, Chart.vendorPending(vendor));
  }

  static String[] addresses(UUID vendor) {
    return new String[] {
      Chart.vendorPending(vendor),
      Chart.vendorAvailable(vendor),
      Chart.vendorReserve(vendor),
      Chart.vendorReceivable(vendor)
    };
  }

  private static Sum read(Row row) throws SQLException {
    return new Sum(
        YearMonth.parse(row.text("period")), row.text("kind"), row.money("amount_minor"));
  }
}
