package org.halles.marketplace.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.Outbox;

/** Buyers' disputes that nobody answered in time become the operator's. */
@ApplicationScoped
public class DisputeClock {

  private DisputeRows rows;
  private Cases cases;
  private Outbox outbox;

  protected DisputeClock() {}

  @Inject
  DisputeClock(DisputeRows rows, Cases cases, Outbox outbox) {
    this.rows = rows;
    this.cases = cases;
    this.outbox = outbox;
  }

  /** Says how many. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public int escalate(int most) {
    Instant now = cases.now();
    List<DisputeRows.Stored> late = rows.escalate(now, most);
    for (DisputeRows.Stored dispute : late) {
      outbox.add(
          new DomainEvent.DisputeEscalated(
              dispute.id(),
              dispute.number(),
              dispute.orderGroup(),
              cases.vendorsOf(dispute.id()),
              now));
    }
    return late.size();
  }
}
