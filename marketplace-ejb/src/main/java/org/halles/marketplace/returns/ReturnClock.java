package org.halles.marketplace.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;

/** What follows when somebody's time is over; each return in a transaction of its own. */
@ApplicationScoped
public class ReturnClock {

  private ReturnCases cases;
  private ReturnRows rows;
  private ReturnPolicy policy;
  private ReturnAddresses addresses;

  protected ReturnClock() {}

  @Inject
  ReturnClock(ReturnCases cases, ReturnRows rows, ReturnPolicy policy, ReturnAddresses addresses) {
    this.cases = cases;
    this.rows = rows;
    this.policy = policy;
    this.addresses = addresses;
  }

  /** Those whose vendor has not answered. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public List<UUID> unanswered(int skip, int most) {
    return rows.overdue(ReturnStatus.REQUESTED, "answer_by", cases.now(), skip, most);
  }

  /** Those whose goods were not sent. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public List<UUID> unsent(int skip, int most) {
    return rows.overdue(ReturnStatus.ACCEPTED, "send_by", cases.now(), skip, most);
  }

  /** Those whose goods were sent and not checked. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public List<UUID> unchecked(int skip, int most) {
    return rows.overdue(ReturnStatus.SENT, "check_by", cases.now(), skip, most);
  }

  /** Silence is what the policy says; without an address it is the operator's matter. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public void noAnswer(UUID id) {
    ReturnCases.Open open = cases.lock(id);
    if (open.it().status() != ReturnStatus.REQUESTED || open.it().escalatedAt() != null) {
      return;
    }
    String address = addresses.of(open.it().vendor());
    if (address != null && policy.read().silence() == ReturnPolicy.Silence.ACCEPTS) {
      cases.accept(open, address, null, null);
    } else {
      cases.escalate(open);
    }
  }

  /** Whoever asked and does not send keeps the goods; a withdrawal stands, and a person looks. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public void notSent(UUID id) {
    ReturnCases.Open open = cases.lock(id);
    if (open.it().status() != ReturnStatus.ACCEPTED || open.it().escalatedAt() != null) {
      return;
    }
    if (open.it().kind() == ReturnKind.WITHDRAWAL) {
      cases.escalate(open);
    } else {
      rows.set(id, ReturnStatus.LAPSED, Map.of("ended_at", cases.now()));
      cases.tell(open, "LAPSED", null);
    }
  }

  /**
   * What cannot follow by itself, such as a refund of units that went back already: a person looks.
   */
  @Allowed(Role.SYSTEM)
  @Transactional
  public void handOver(UUID id) {
    ReturnCases.Open open = cases.lock(id);
    if (open.it().endedAt() == null && open.it().escalatedAt() == null) {
      cases.escalate(open);
    }
  }

  /** A withdrawal that was proven to be sent is paid back in time; a return is looked at. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public void notChecked(UUID id) {
    ReturnCases.Open open = cases.lock(id);
    if (open.it().status() != ReturnStatus.SENT || open.it().escalatedAt() != null) {
      return;
    }
    Instant due = open.it().refundBy();
    boolean proven = open.it().trackingCode() != null && due != null;
    if (proven && !cases.now().isBefore(due)) {
      cases.finish(open, rows.open(id), Map.of(), null);
    } else {
      cases.escalate(open);
    }
  }
}
