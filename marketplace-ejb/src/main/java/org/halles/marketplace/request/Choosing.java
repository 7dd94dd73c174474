package org.halles.marketplace.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.halles.marketplace.catalog.Agreement;
import org.halles.marketplace.catalog.Agreements;
import org.halles.marketplace.catalog.ListingKind;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.request.RequestMessage.Author;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.BidDecided;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Texts;

/** A buyer compares the offers on an own request, asks back, and accepts one. */
@ApplicationScoped
@Transactional
public class Choosing {

  /** As long a buyer has to pay what was agreed. */
  public static final Duration TIME_TO_PAY = Duration.ofDays(3);

  private RequestRows rows;
  private BidRows bids;
  private RequestTalk talk;
  private Ending ending;
  private Agreements agreements;
  private CurrentCaller caller;
  private Outbox outbox;
  private Database database;
  private Clock clock;

  protected Choosing() {}

  @Inject
  Choosing(
      RequestRows rows,
      BidRows bids,
      RequestTalk talk,
      Ending ending,
      Agreements agreements,
      CurrentCaller caller,
      Outbox outbox,
      Database database,
      Clock clock) {
    this.rows = rows;
    this.bids = bids;
    this.talk = talk;
    this.ending = ending;
    this.agreements = agreements;
    this.caller = caller;
    this.outbox = outbox;
    this.database = database;
    this.clock = clock;
  }

  /** The buyer's own requests, newest first. */
  @Allowed(Role.SIGNED_IN)
  public Page<RequestView> mine(Paging paging) {
    return rows.page(
        " from buyer_request r",
        "r.account_id = ?",
        RequestRows::view,
        paging,
        caller.get().accountId());
  }

  /**
   * One of them, with the offers on it and what was asked.
   *
   * @throws NotFound also if it is somebody else's
   */
  @Allowed(Role.SIGNED_IN)
  public OwnRequest get(UUID id) {
    RequestRows.Whole own =
        rows.find(id)
            .filter(one -> one.accountId().equals(caller.get().accountId()))
            .orElseThrow(() -> new NotFound("request", id));
    return new OwnRequest(
        own.request(), own.reason(), own.orderNumber(), bids.on(id), talk.about(id));
  }

  private RequestView own(UUID id) {
    RequestRows.Whole whole = rows.locked(id);
    if (!whole.accountId().equals(caller.get().accountId())) {
      throw new NotFound("request", id);
    }
    return whole.request();
  }

  /**
   * Accepts an offer: from now on it is for sale to this buyer alone, for three days. Doing it
   * again changes nothing.
   *
   * @param revision what the buyer has read
   * @return the offer, with what is to be put into the cart
   * @throws RequestRefused if the request is not open, or the offer was changed or ran out
   */
  @Allowed(Role.SIGNED_IN)
  public BidView accept(UUID id, UUID bidId, int revision) {
    RequestView request = own(id);
    BidView bid = bids.get(id, bidId);
    if (bid.status() == BidStatus.ACCEPTED && request.status() == RequestStatus.AGREED) {
      return bid;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    check(request, bid, revision, now);
    UUID offer = agreements.make(agreement(request, bid));
    bids.accept(bidId, offer, now.plus(TIME_TO_PAY));
    rows.status(id, RequestStatus.AGREED, now);
    outbox.add(new BidDecided(id, bidId, bid.vendor().id(), "accepted", now));
    return bids.get(id, bidId);
  }

  private void check(RequestView request, BidView bid, int revision, Instant now) {
    if (!request.takesBids(now)) {
      throw RequestRefused.notOpen(request.status());
    }
    if (bid.status() != BidStatus.OPEN) {
      throw RequestRefused.noBid();
    }
    if (bid.revision() != revision) {
      throw RequestRefused.changed(bid);
    }
    if (bid.validUntil().isBefore(BusinessCalendar.dayOf(now))) {
      throw RequestRefused.ranOut(bid);
    }
    if (database
        .find("select 1 from vendor v where v.id = ? and sells(v)", r -> 1, bid.vendor().id())
        .isEmpty()) {
      throw RequestRefused.notSelling();
    }
  }

  /** Everything at once, for one price: what was agreed is not divided. */
  private Agreement agreement(RequestView request, BidView bid) {
    String title =
        request.quantity() == 1 ? request.title() : request.quantity() + " × " + request.title();
    String number =
        bid.revision() == 1 ? request.number() : request.number() + "-" + bid.revision();
    return new Agreement(
        bid.vendor().id(),
        caller.get().accountId(),
        number,
        ListingKind.valueOf(request.kind().name()),
        Texts.of(title),
        request.category(),
        bid.price(),
        bid.shipping(),
        bid.deliveryDays(),
        request.image());
  }

  /** Turns one offer down; its vendor may make a better one. */
  @Allowed(Role.SIGNED_IN)
  public OwnRequest decline(UUID id, UUID bidId) {
    own(id);
    BidView bid = bids.get(id, bidId);
    if (bid.status() != BidStatus.OPEN) {
      throw RequestRefused.noBid();
    }
    bids.status(bidId, BidStatus.DECLINED);
    rows.count(id);
    outbox.add(new BidDecided(id, bidId, bid.vendor().id(), "declined", clock.instant()));
    return get(id);
  }

  /**
   * Asks a vendor something, or answers it.
   *
   * @param vendorId one that has made an offer or has asked
   */
  @Allowed(Role.SIGNED_IN)
  public OwnRequest say(UUID id, UUID vendorId, String text) {
    RequestView request = own(id);
    if (request.status().isOver()) {
      throw RequestRefused.notOpen(request.status());
    }
    boolean known = bids.of(vendorId, id).isPresent() || !talk.with(vendorId, id).isEmpty();
    if (!known) {
      throw new NotFound("vendor of this request", vendorId);
    }
    talk.write(id, vendorId, Author.BUYER, text);
    return get(id);
  }

  /**
   * Wants nothing of it any more.
   *
   * @throws RequestRefused if it is over, or being paid
   */
  @Allowed(Role.SIGNED_IN)
  public OwnRequest close(UUID id) {
    RequestView request = own(id);
    ending.end(request, RequestStatus.CLOSED);
    return get(id);
  }
}
