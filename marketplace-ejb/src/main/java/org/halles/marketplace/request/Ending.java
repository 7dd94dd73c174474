package org.halles.marketplace.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.catalog.Agreements;
import org.halles.marketplace.shared.DomainEvent.RequestEnded;
import org.halles.marketplace.shared.Outbox;

/** Ends requests, whoever wants it; part of the caller's transaction, on a locked request. */
@ApplicationScoped
class Ending {

  private RequestRows rows;
  private BidRows bids;
  private Agreements agreements;
  private Outbox outbox;
  private Clock clock;

  protected Ending() {}

  @Inject
  Ending(RequestRows rows, BidRows bids, Agreements agreements, Outbox outbox, Clock clock) {
    this.rows = rows;
    this.bids = bids;
    this.agreements = agreements;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Ends it. What was agreed and is not paid is for sale no more.
   *
   * @throws RequestRefused if it is over, or being paid
   */
  void end(RequestView request, RequestStatus how) {
    if (request.status().isOver()) {
      throw RequestRefused.notOpen(request.status());
    }
    bids.on(request.id()).stream()
        .filter(bid -> bid.status() == BidStatus.ACCEPTED)
        .forEach(this::takeBack);
    finish(request.id(), how);
  }

  private void takeBack(BidView accepted) {
    if (!agreements.end(accepted.offerId())) {
      throw RequestRefused.beingPaid();
    }
    bids.status(accepted.id(), BidStatus.OPEN); // turned down below, with the others
  }

  /** Turns down what stands and tells everybody. */
  void finish(UUID id, RequestStatus how) {
    Instant now = clock.instant();
    List<UUID> losers = bids.declineAll(id, how == RequestStatus.TAKEN_DOWN);
    rows.status(id, how, now);
    rows.count(id);
    outbox.add(new RequestEnded(id, how.name(), losers, now));
  }
}
