package org.halles.marketplace.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Signature;

/** Buyers rate what they received; everybody reads it. */
@ApplicationScoped
@Transactional
public class Reviews {

  /** As long may a review be changed. */
  static final Duration CHANGEABLE = Duration.ofDays(30);

  static final int LONGEST = 2_000;

  private static final String RECEIVED =
      """
      (o.status in ('DELIVERED', 'CLOSED') and l.quantity > l.cancelled_quantity)
      """;

  /** A bought line, and what its review hangs on. */
  private record Bought(
      UUID group, UUID line, UUID listing, UUID vendor, String buyer, boolean received) {}

  private Orders orders;
  private ReviewRows rows;
  private Database database;
  private Clock clock;

  protected Reviews() {}

  @Inject
  Reviews(Orders orders, ReviewRows rows, Database database, Clock clock) {
    this.orders = orders;
    this.rows = rows;
    this.database = database;
    this.clock = clock;
  }

  /** What is said of a listing, the newest first. */
  @Allowed(Role.ANYONE)
  public Page<ReviewView> ofListing(UUID listing, Paging paging) {
    return rows.page("r.listing_id = ? and r.hidden_at is null", paging, listing);
  }

  @Allowed(Role.ANYONE)
  public Rating ratingOf(UUID listing) {
    return rows.ofListing(listing);
  }

  /** Of everything a vendor sells, taken together. */
  @Allowed(Role.ANYONE)
  public Rating ratingOfVendor(UUID vendor) {
    return rows.ofVendor(vendor);
  }

  /**
   * The lines of a purchase that were received, for its buyer or whoever has its access key.
   *
   * @throws NotFound also if it is somebody else's
   */
  @Allowed(Role.ANYONE)
  public List<Reviewable> ofPurchase(String number, String accessKey) {
    UUID group = orders.idForBuyer(number, accessKey);
    Instant now = clock.instant();
    return database.list(
        "select l.id as bought, "
            + ReviewRows.COLUMNS
            + " from order_line l join vendor_order o on o.id = l.vendor_order_id"
            + " left join review r on r.order_line_id = l.id"
            + " join listing li on li.id = l.listing_id"
            + " join storefront s on s.vendor_id = o.vendor_id"
            + " where l.order_group_id = ? and "
            + RECEIVED
            + " order by o.position, l.position",
        row -> reviewable(row, now),
        group);
  }

  private static Reviewable reviewable(Row row, Instant now) throws SQLException {
    UUID line = row.uuid("bought");
    if (row.uuid("id") == null) {
      return new Reviewable(line, null, null, true);
    }
    ReviewView review = ReviewRows.view(row);
    Instant until = review.writtenAt().plus(CHANGEABLE);
    return new Reviewable(line, review, until, now.isBefore(until) && !review.hidden());
  }

  /**
   * Rates a received line, or changes what was said of it.
   *
   * @param stars 1 to 5
   * @param text what the buyer says, or null
   * @throws NotFound also if it is somebody else's
   * @throws ReviewRefused if it was not received, or may not be changed any more
   */
  @Allowed(Role.ANYONE)
  public ReviewView write(String number, String accessKey, UUID line, Integer stars, String text) {
    Bought bought = bought(orders.idForBuyer(number, accessKey), line);
    Checklist checklist = new Checklist();
    if (stars == null) {
      checklist.reject("stars", "is missing: give 1 to 5", null);
    }
    int given = checklist.number("stars", stars, 1, 5, 1);
    String said = checklist.optional("text", text, LONGEST);
    checklist.done();
    if (!bought.received()) {
      throw ReviewRefused.notReceived();
    }
    rows.lock(bought.listing(), bought.vendor());
    UUID id = store(bought, given, said);
    rows.count(bought.listing());
    return rows.find(id).orElseThrow();
  }

  private UUID store(Bought bought, int stars, String text) {
    Instant now = clock.instant();
    return database
        .find(
            """
            insert into review as r (id, order_line_id, order_group_id, vendor_id, listing_id,
                                     author, stars, text, written_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (order_line_id) do update
               set stars = excluded.stars, text = excluded.text, edited_at = excluded.written_at
             where r.written_at > ? and r.hidden_at is null
            returning id
            """,
            row -> row.uuid("id"),
            Ids.next(),
            bought.line(),
            bought.group(),
            bought.vendor(),
            bought.listing(),
            Signature.of(bought.buyer()),
            stars,
            text,
            now,
            now.minus(CHANGEABLE))
        .orElseThrow(() -> ReviewRefused.settled(CHANGEABLE.toDays()));
  }

  private Bought bought(UUID group, UUID line) {
    return database
        .find(
            "select l.id, l.listing_id, o.vendor_id, g.name, "
                + RECEIVED
                + " as received from order_line l"
                + " join vendor_order o on o.id = l.vendor_order_id"
                + " join order_group g on g.id = l.order_group_id"
                + " where l.order_group_id = ? and l.id = ?",
            row ->
                new Bought(
                    group,
                    row.uuid("id"),
                    row.uuid("listing_id"),
                    row.uuid("vendor_id"),
                    row.text("name"),
                    row.flag("received")),
            group,
            line)
        .orElseThrow(() -> new NotFound("line", line));
  }
}
