package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;

/**
 * Gives the buyer of files the right to download them, in the transaction that records the payment:
 * the first page after it shows them.
 */
@ApplicationScoped
class DownloadGrants {

  /** Fourteen days after the contract, the day of the contract not counted. */
  private static final int WITHDRAWAL_DAYS = 14;

  private static final String GRANT =
      """
      insert into download (id, secret, order_line_id, vendor_order_id, order_group_id, file, name,
        content_type, bytes, most_downloads, opens_at, expires_at)
      select gen_random_uuid(), replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
             l.id, l.vendor_order_id, l.order_group_id, f.file, f.name, f.content_type, f.bytes,
             f.most_downloads, ?::timestamptz, ?::timestamptz + make_interval(days => f.days)
        from order_line l
        join vendor_order o on o.id = l.vendor_order_id
        join sold_file f on f.vendor_id = o.vendor_id and f.sku = l.sku
       where l.order_group_id = ? and l.kind = 'DIGITAL'
      on conflict (order_line_id) do nothing
      """;

  private Database database;

  protected DownloadGrants() {}

  @Inject
  DownloadGrants(Database database) {
    this.database = database;
  }

  public void grant(LockedOrder order, Instant now) {
    if (order.downloadAtOnce() != null) {
      Instant opens = order.downloadAtOnce() ? now : endOfWithdrawal(now);
      database.update(GRANT, opens, opens, order.id());
    }
  }

  static Instant endOfWithdrawal(Instant contract) {
    LocalDate day = BusinessCalendar.dayOf(contract).plusDays(WITHDRAWAL_DAYS + 1L);
    return day.atStartOfDay(BusinessCalendar.zone()).toInstant();
  }
}
