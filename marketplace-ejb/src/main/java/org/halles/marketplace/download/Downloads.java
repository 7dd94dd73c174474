package org.halles.marketplace.download;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.PrivateFiles;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** Files that were bought: what there is, and getting them, as often and as long as agreed. */
@ApplicationScoped
public class Downloads {

  /** A file on its way to its buyer. */
  public record Opened(String name, String contentType, byte[] content) {}

  /** What was given back is closed; a part of it given back out of kindness closes nothing. */
  private static final String GIVEN_BACK =
      "(l.refunded_quantity >= l.quantity or g.refund_status = 'REFUNDED'"
          + " or o.status in ('REFUSED', 'CANCELLED'))";

  static final String SELECT =
      """
      select d.*, l.title, v.name as vendor_name,
             case when %s then 'REFUNDED'
                  when d.opens_at > ?::timestamptz then 'NOT_YET'
                  when d.expires_at <= ?::timestamptz then 'EXPIRED'
                  when d.used >= d.most_downloads then 'USED_UP' else 'OPEN' end as state
        from download d
        join order_line l on l.id = d.order_line_id
        join vendor_order o on o.id = d.vendor_order_id
        join order_group g on g.id = d.order_group_id
        join vendor v on v.id = o.vendor_id
      """
          .formatted(GIVEN_BACK);

  /** Counts in the very statement that allows it: of two who come at once, both are counted. */
  private static final String TAKE =
      """
      update download d set used = d.used + 1, last_at = ?
        from order_line l, vendor_order o, order_group g
       where d.secret = ? and l.id = d.order_line_id and o.id = d.vendor_order_id
         and g.id = d.order_group_id and not %s
         and d.opens_at <= ?::timestamptz
         and (d.expires_at is null or d.expires_at > ?::timestamptz)
         and (d.most_downloads is null or d.used < d.most_downloads)
      returning d.file, d.name, d.content_type
      """
          .formatted(GIVEN_BACK);

  private record Taken(String file, String name, String contentType) {}

  private Database database;
  private Orders orders;
  private PrivateFiles files;
  private Clock clock;

  protected Downloads() {}

  @Inject
  Downloads(Database database, Orders orders, PrivateFiles files, Clock clock) {
    this.database = database;
    this.orders = orders;
    this.files = files;
    this.clock = clock;
  }

  /**
   * The files of a purchase, for its buyer alone.
   *
   * @param accessKey as given at checkout, or null
   * @throws NotFound also if it is somebody else's
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public List<DownloadView> ofPurchase(String number, String accessKey) {
    return list(" where d.order_group_id = ?", orders.idForBuyer(number, accessKey));
  }

  /**
   * What became of the files of one of the vendor's orders; without what opens them.
   *
   * @throws NotFound also if it is another vendor's
   */
  @Needs(Permission.ORDERS_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public List<DownloadView> ofVendor(VendorScope vendor, String number) {
    UUID part =
        database
            .find(
                """
                select o.id from vendor_order o join order_group g on g.id = o.order_group_id
                 where o.vendor_id = ? and o.number = ? and g.paid_at is not null
                """,
                row -> row.uuid("id"),
                vendor.vendorId(),
                number)
            .orElseThrow(() -> new NotFound("order", number));
    return list(" where d.vendor_order_id = ?", part).stream().map(Downloads::unnamed).toList();
  }

  private static DownloadView unnamed(DownloadView one) {
    return new DownloadView(
        null,
        one.line(),
        one.title(),
        one.vendor(),
        one.name(),
        one.bytes(),
        one.mostDownloads(),
        one.used(),
        one.lastAt(),
        one.opensAt(),
        one.expiresAt(),
        one.state());
  }

  /**
   * One file, for whoever knows its secret.
   *
   * @throws NotFound if there is none
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public DownloadView get(String secret) {
    return list(" where d.secret = ?", secret).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("download", "this link"));
  }

  /**
   * Gets the file, and counts that.
   *
   * @throws NotFound if there is none
   * @throws DownloadClosed if it cannot be had now
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public Opened take(String secret) {
    Instant now = clock.instant();
    Taken taken =
        database
            .find(
                TAKE,
                row -> new Taken(row.text("file"), row.text("name"), row.text("content_type")),
                now,
                secret,
                now,
                now)
            .orElseThrow(() -> DownloadClosed.because(get(secret)));
    return new Opened(taken.name(), taken.contentType(), files.get(taken.file()));
  }

  private List<DownloadView> list(String which, Object key) {
    Instant now = clock.instant();
    return database.list(
        SELECT + which + " order by d.vendor_order_id, l.position",
        DownloadView::read,
        now,
        now,
        key);
  }
}
