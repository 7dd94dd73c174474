package org.halles.marketplace.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.halles.marketplace.notice.RequestCleared;
import org.halles.marketplace.notice.RequestRemoved;
import org.halles.marketplace.shared.Database;

/** What decisions about notices do to requests. */
@ApplicationScoped
class ReportedRequests {

  private RequestRows rows;
  private BidRows bids;
  private Ending ending;
  private Database database;
  private Clock clock;

  protected ReportedRequests() {}

  @Inject
  ReportedRequests(RequestRows rows, BidRows bids, Ending ending, Database database, Clock clock) {
    this.rows = rows;
    this.bids = bids;
    this.ending = ending;
    this.database = database;
    this.clock = clock;
  }

  /** Also one that is over is still read by everybody, so it goes as well; one bought stays. */
  void on(@Observes RequestRemoved removed) {
    RequestView request = rows.locked(removed.requestId()).request();
    switch (request.status()) {
      case TAKEN_DOWN -> {
        // the operator was faster than the notice
      }
      case CLOSED, EXPIRED -> rows.status(request.id(), RequestStatus.TAKEN_DOWN, clock.instant());
      default -> ending.end(request, RequestStatus.TAKEN_DOWN);
    }
    database.update(
        "update buyer_request set reason = ? where id = ?", removed.reason(), request.id());
  }

  /** It is asked again until it would have closed; the offers that stood stand again. */
  void on(@Observes RequestCleared cleared) {
    RequestRows.Whole whole = rows.locked(cleared.requestId());
    if (whole.request().status() != RequestStatus.TAKEN_DOWN) {
      return;
    }
    Instant now = clock.instant();
    boolean over = whole.request().closesAt().isBefore(now);
    rows.status(cleared.requestId(), over ? RequestStatus.EXPIRED : RequestStatus.OPEN, now);
    database.update("update buyer_request set reason = null where id = ?", cleared.requestId());
    if (!over) {
      bids.restore(cleared.requestId());
      rows.count(cleared.requestId());
    }
  }
}
