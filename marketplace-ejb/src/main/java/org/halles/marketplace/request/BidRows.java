package org.halles.marketplace.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.request.RequestChecks.CheckedBid;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.vendor.VendorCard;

/** Reads and writes vendors' offers on requests; part of the caller's transaction. */
@ApplicationScoped
class BidRows {

  static final int MOST_SHOWN = 100;

  private static final String BID =
      """
      select b.id as bid_id, b.status as bid_status, b.price_minor, b.shipping_minor,
             b.currency, b.delivery_days, b.message, b.valid_until, b.revision, b.made_at,
             b.revised_at, b.offer_id, b.pay_by, v.id as vendor_id, v.slug as vendor_slug,
             s.name as vendor_name, t.reviews, t.stars
        from bid b join vendor v on v.id = b.vendor_id
        join storefront s on s.vendor_id = v.id
        cross join lateral (
          select coalesce(sum(reviews), 0) as reviews, coalesce(sum(stars), 0) as stars
            from listing_rating l where l.vendor_id = v.id) t
      """;

  private Database database;

  protected BidRows() {}

  @Inject
  BidRows(Database database) {
    this.database = database;
  }

  /** All offers on a request, those that stand and the cheapest first. */
  List<BidView> on(UUID request) {
    return database.list(
        BID
            + """
               where b.request_id = ?
               order by array_position(array['ACCEPTED', 'OPEN'], b.status),
                        b.price_minor + b.shipping_minor, b.id limit ?
              """,
        BidRows::view,
        request,
        MOST_SHOWN);
  }

  Optional<BidView> of(UUID vendor, UUID request) {
    return database.find(
        BID + " where b.request_id = ? and b.vendor_id = ?", BidRows::view, request, vendor);
  }

  /**
   * @throws NotFound if there is none with this id on this request
   */
  BidView get(UUID request, UUID bid) {
    return database
        .find(BID + " where b.request_id = ? and b.id = ?", BidRows::view, request, bid)
        .orElseThrow(() -> new NotFound("offer", bid));
  }

  /** Makes an offer, or makes it anew. */
  UUID put(UUID request, UUID vendor, CheckedBid bid, Instant now) {
    return database
        .find(
            """
            insert into bid as b (id, request_id, vendor_id, status, price_minor, shipping_minor,
                                  currency, delivery_days, message, valid_until, made_at,
                                  revised_at)
            values (?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (request_id, vendor_id) do update
               set status = 'OPEN', price_minor = excluded.price_minor,
                   shipping_minor = excluded.shipping_minor,
                   delivery_days = excluded.delivery_days, message = excluded.message,
                   valid_until = excluded.valid_until, revision = b.revision + 1,
                   revised_at = excluded.revised_at, offer_id = null, pay_by = null,
                   removed_with_request = false
            returning id
            """,
            row -> row.uuid("id"),
            Ids.next(),
            request,
            vendor,
            bid.price().minor(),
            bid.shipping().minor(),
            bid.price().currency().value(),
            bid.deliveryDays(),
            bid.message(),
            bid.validUntil(),
            now,
            now)
        .orElseThrow();
  }

  void status(UUID bid, BidStatus status) {
    database.update("update bid set status = ? where id = ?", status, bid);
  }

  /** What the buyer buys from now on, and until when. */
  void accept(UUID bid, UUID offer, Instant payBy) {
    database.update(
        "update bid set status = 'ACCEPTED', offer_id = ?, pay_by = ? where id = ?",
        offer,
        payBy,
        bid);
  }

  /**
   * All that stand are turned down; whose they were.
   *
   * @param removed whether they would stand if the request had not been removed
   */
  List<UUID> declineAll(UUID request, boolean removed) {
    return database.list(
        """
        update bid set status = 'DECLINED', removed_with_request = ?
         where request_id = ? and status = 'OPEN'
        returning vendor_id
        """,
        row -> row.uuid("vendor_id"),
        removed,
        request);
  }

  /** What was turned down only because the request was removed stands again. */
  void restore(UUID request) {
    database.update(
        """
        update bid set status = 'OPEN', removed_with_request = false, offer_id = null, pay_by = null
         where request_id = ? and removed_with_request and status = 'DECLINED'
        """,
        request);
  }

  static BidView view(Row row) throws SQLException {
    int reviews = row.integer("reviews");
    return new BidView(
        row.uuid("bid_id"),
        new VendorCard(row.uuid("vendor_id"), row.text("vendor_slug"), row.text("vendor_name")),
        reviews,
        reviews == 0
            ? null
            : BigDecimal.valueOf(row.whole("stars"))
                .divide(BigDecimal.valueOf(reviews), 1, RoundingMode.HALF_UP),
        row.one("bid_status", BidStatus.class),
        row.money("price_minor"),
        row.money("shipping_minor"),
        row.integer("delivery_days"),
        row.text("message"),
        row.day("valid_until"),
        row.integer("revision"),
        row.instant("made_at"),
        row.instant("revised_at"),
        row.uuid("offer_id"),
        row.instant("pay_by"));
  }
}
