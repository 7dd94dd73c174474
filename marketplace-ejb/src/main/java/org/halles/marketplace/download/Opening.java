package org.halles.marketplace.download;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.Handover;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.DownloadOpened;
import org.halles.marketplace.shared.DomainEvent.OrderPaid;
import org.halles.marketplace.shared.Outbox;

/**
 * A file that may be downloaded is delivered: its line is handed over, with the last one the whole
 * part of the order, and the buyer gets a letter.
 */
@ApplicationScoped
public class Opening {

  static final int BATCH = 50;

  /** Where the vendor has still to accept goods of the same part, its files wait with them. */
  private static final String DUE =
      """
      select d.id, d.order_line_id, d.vendor_order_id, d.order_group_id
        from download d join vendor_order o on o.id = d.vendor_order_id
       where d.handed_over_at is null and d.opens_at <= ?
         and (o.status in ('TO_SHIP', 'PARTLY_SHIPPED') or o.status = 'TO_ACCEPT'
              and not exists (select 1 from order_line l
                               where l.vendor_order_id = o.id
                                 and not exists (select 1 from download f
                                                  where f.order_line_id = l.id)))
      """;

  private record Due(UUID id, UUID line, UUID vendorOrder, UUID orderGroup) {}

  private Database database;
  private Handover handover;
  private Outbox outbox;
  private CurrentCaller caller;
  private Clock clock;

  protected Opening() {}

  @Inject
  Opening(Database database, Handover handover, Outbox outbox, CurrentCaller caller, Clock clock) {
    this.database = database;
    this.handover = handover;
    this.outbox = outbox;
    this.caller = caller;
    this.clock = clock;
  }

  void on(@Observes OrderPaid paid) {
    caller.run(
        Caller.SYSTEM, () -> deliver(" and d.order_group_id = ? limit 500", paid.orderGroupId()));
  }

  /** Delivers what opened since; says how many. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public int deliverDue() {
    return deliver(" order by d.opens_at limit ?", BATCH);
  }

  private int deliver(String which, Object key) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<Due> due =
        database.list(
            DUE + which,
            row ->
                new Due(
                    row.uuid("id"),
                    row.uuid("order_line_id"),
                    row.uuid("vendor_order_id"),
                    row.uuid("order_group_id")),
            now,
            key);
    due.forEach(one -> deliver(one, now));
    return due.size();
  }

  /** Two nodes may have seen it: the order's lock lets one of them do it. */
  private void deliver(Due due, Instant now) {
    handover.lines(due.vendorOrder(), List.of(due.line()), now);
    int first =
        database.update(
            "update download set handed_over_at = ? where id = ? and handed_over_at is null",
            now,
            due.id());
    if (first == 1) {
      outbox.add(new DownloadOpened(due.id(), due.orderGroup(), now));
    }
  }
}
