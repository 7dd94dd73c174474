package org.halles.marketplace.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.catalog.Agreements;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.request.RequestChecks.CheckedBid;
import org.halles.marketplace.request.RequestMessage.Author;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.BidMade;
import org.halles.marketplace.shared.DomainEvent.BidWithdrawn;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.SellingRight;
import org.halles.marketplace.vendor.VendorScope;

/** A vendor makes an offer on what a buyer asks for. */
@ApplicationScoped
@Transactional
public class Bidding {

  /** So often may one offer be made anew. */
  static final int MOST_REVISIONS = 20;

  private static final long AN_HOUR = 3_600;

  private RequestRows rows;
  private BidRows bids;
  private RequestTalk talk;
  private SellingRight right;
  private Agreements agreements;
  private Outbox outbox;
  private Database database;
  private Clock clock;

  protected Bidding() {}

  @Inject
  Bidding(
      RequestRows rows,
      BidRows bids,
      RequestTalk talk,
      SellingRight right,
      Agreements agreements,
      Outbox outbox,
      Database database,
      Clock clock) {
    this.rows = rows;
    this.bids = bids;
    this.talk = talk;
    this.right = right;
    this.agreements = agreements;
    this.outbox = outbox;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Makes an offer, or makes it anew: the buyer sees only the newest. The same offer once more, as
   * when a page is loaded again, changes nothing.
   *
   * @throws org.halles.marketplace.shared.InvalidInput with everything that is wrong
   * @throws RequestRefused if the request takes no offers, or not from this vendor
   */
  @Needs(Permission.ORDERS_WRITE)
  @Allowed(Role.SIGNED_IN)
  public SeenRequest offer(VendorScope scope, UUID id, BidInput input) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    RequestRows.Whole whole = open(scope, id, now);
    right.require(scope);
    CheckedBid checked = new RequestChecks(BusinessCalendar.dayOf(now)).bid(input, whole.request());
    if (!agreements.maySell(scope, whole.request().category())) {
      throw RequestRefused.closedCategory();
    }
    Optional<BidView> before = bids.of(scope.vendorId(), id);
    if (before.filter(checked::stands).isPresent()) {
      return seen(scope, whole);
    }
    if (before.isPresent() && before.get().revision() >= MOST_REVISIONS) {
      throw RequestRefused.tooMany("revisions", MOST_REVISIONS, AN_HOUR);
    }
    UUID bid = bids.put(id, scope.vendorId(), checked, now);
    rows.count(id);
    int revision = before.map(BidView::revision).orElse(0) + 1;
    outbox.add(new BidMade(id, bid, scope.vendorId(), revision, now));
    return seen(scope, rows.find(id).orElseThrow());
  }

  /** Takes the own offer back; it can be made anew while the request is open. */
  @Needs(Permission.ORDERS_WRITE)
  @Allowed(Role.SIGNED_IN)
  public SeenRequest withdraw(VendorScope scope, UUID id) {
    rows.locked(id);
    BidView bid =
        bids.of(scope.vendorId(), id).orElseThrow(() -> new NotFound("offer on request", id));
    if (bid.status() == BidStatus.ACCEPTED) {
      throw RequestRefused.accepted();
    }
    if (bid.status() == BidStatus.OPEN) {
      bids.status(bid.id(), BidStatus.WITHDRAWN);
      rows.count(id);
      outbox.add(new BidWithdrawn(id, bid.id(), scope.vendorId(), clock.instant()));
    }
    return seen(scope, rows.find(id).orElseThrow());
  }

  /** Asks the buyer something, or answers; also before an offer is made. */
  @Needs(Permission.ORDERS_WRITE)
  @Allowed(Role.SIGNED_IN)
  public SeenRequest say(VendorScope scope, UUID id, String text) {
    RequestRows.Whole whole = rows.locked(id);
    right.require(scope);
    Optional<BidView> own = bids.of(scope.vendorId(), id);
    boolean agreed = own.filter(bid -> bid.status() == BidStatus.ACCEPTED).isPresent();
    if (!whole.request().takesBids(clock.instant()) && !agreed) {
      throw RequestRefused.notOpen(whole.request().status());
    }
    refuseOwn(scope, whole);
    talk.write(id, scope.vendorId(), Author.VENDOR, text);
    return seen(scope, whole);
  }

  /** The vendor is not interested: the request leaves its list. */
  @Needs(Permission.ORDERS_WRITE)
  @Allowed(Role.SIGNED_IN)
  public void pass(VendorScope scope, UUID id) {
    database.update(
        "delete from request_call where request_id = ? and vendor_id = ?", id, scope.vendorId());
  }

  private RequestRows.Whole open(VendorScope scope, UUID id, Instant now) {
    RequestRows.Whole whole = rows.locked(id);
    bids.of(scope.vendorId(), id)
        .filter(bid -> bid.status() == BidStatus.ACCEPTED)
        .ifPresent(
            accepted -> {
              throw RequestRefused.accepted();
            });
    if (!whole.request().takesBids(now)) {
      throw RequestRefused.notOpen(whole.request().status());
    }
    refuseOwn(scope, whole);
    return whole;
  }

  private void refuseOwn(VendorScope scope, RequestRows.Whole whole) {
    if (database
        .find(
            "select 1 from vendor_member where vendor_id = ? and account_id = ?",
            row -> 1,
            scope.vendorId(),
            whole.accountId())
        .isPresent()) {
      throw RequestRefused.own();
    }
  }

  private SeenRequest seen(VendorScope scope, RequestRows.Whole whole) {
    UUID id = whole.request().id();
    return new SeenRequest(
        whole.request(),
        bids.of(scope.vendorId(), id).orElse(null),
        talk.with(scope.vendorId(), id));
  }
}
