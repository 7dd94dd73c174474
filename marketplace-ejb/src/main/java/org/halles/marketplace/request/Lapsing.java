package org.halles.marketplace.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.catalog.Agreements;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.BidDecided;
import org.halles.marketplace.shared.Outbox;

/** Ends what ran out: requests nobody chose from in time, and agreements nobody paid in time. */
@ApplicationScoped
@Transactional
public class Lapsing {

  private static final int BATCH = 20;
  private static final Duration LATER = Duration.ofMinutes(10);

  private record Unpaid(UUID request, UUID bid, UUID vendor, UUID offer, boolean reopens) {}

  private RequestRows rows;
  private BidRows bids;
  private Ending ending;
  private Agreements agreements;
  private Outbox outbox;
  private Database database;
  private Clock clock;

  protected Lapsing() {}

  @Inject
  Lapsing(
      RequestRows rows,
      BidRows bids,
      Ending ending,
      Agreements agreements,
      Outbox outbox,
      Database database,
      Clock clock) {
    this.rows = rows;
    this.bids = bids;
    this.ending = ending;
    this.agreements = agreements;
    this.outbox = outbox;
    this.database = database;
    this.clock = clock;
  }

  /** Does some of it; true if there may be more. */
  @Allowed(Role.SYSTEM)
  public boolean some() {
    Instant now = clock.instant();
    List<UUID> late =
        database.list(
            """
            select id from buyer_request where status = 'OPEN' and closes_at <= ?
             order by closes_at limit ? for update skip locked
            """,
            row -> row.uuid("id"),
            now,
            BATCH);
    late.forEach(id -> ending.finish(id, RequestStatus.EXPIRED));
    List<Unpaid> unpaid = unpaid(now);
    unpaid.forEach(one -> lapse(one, now));
    return late.size() == BATCH || unpaid.size() == BATCH;
  }

  private List<Unpaid> unpaid(Instant now) {
    return database.list(
        """
        select b.id, b.request_id, b.vendor_id, b.offer_id, r.closes_at > ? as reopens
          from bid b join buyer_request r on r.id = b.request_id
         where b.status = 'ACCEPTED' and b.pay_by <= ? and r.status = 'AGREED'
         order by b.pay_by limit ? for update of r skip locked
        """,
        row ->
            new Unpaid(
                row.uuid("request_id"),
                row.uuid("id"),
                row.uuid("vendor_id"),
                row.uuid("offer_id"),
                row.flag("reopens")),
        now,
        now,
        BATCH);
  }

  /** One that is being paid at this moment is looked at again later. */
  private void lapse(Unpaid unpaid, Instant now) {
    if (!agreements.end(unpaid.offer())) {
      database.update("update bid set pay_by = ? where id = ?", now.plus(LATER), unpaid.bid());
      return;
    }
    bids.status(unpaid.bid(), BidStatus.LAPSED);
    outbox.add(new BidDecided(unpaid.request(), unpaid.bid(), unpaid.vendor(), "lapsed", now));
    if (unpaid.reopens()) {
      rows.status(unpaid.request(), RequestStatus.OPEN, now);
      rows.count(unpaid.request());
    } else {
      ending.finish(unpaid.request(), RequestStatus.EXPIRED);
    }
  }
}
