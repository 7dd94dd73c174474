package org.halles.marketplace.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.order.PaidOrder;
import org.halles.marketplace.order.Timeline;
import org.halles.marketplace.refund.DecidedRefunds;
import org.halles.marketplace.refund.GoodsBack;
import org.halles.marketplace.refund.RefundView;
import org.halles.marketplace.refund.TakenBack;
import org.halles.marketplace.shared.Attachment;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.Outbox;

/** What happens to goods that go back, whoever makes it happen; in the caller's transaction. */
@ApplicationScoped
class ReturnCases {

  static final int LONGEST = 2000;

  /** A return and its purchase, both locked. */
  record Open(PaidOrder order, ReturnRows.Stored it) {}

  private ReturnRows rows;
  private ReturnPolicy policy;
  private TakenBack purchases;
  private DecidedRefunds refunds;
  private Timeline timeline;
  private Outbox outbox;
  private Audit audit;
  private Clock clock;

  protected ReturnCases() {}

  @Inject
  ReturnCases(
      ReturnRows rows,
      ReturnPolicy policy,
      TakenBack purchases,
      DecidedRefunds refunds,
      Timeline timeline,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.rows = rows;
    this.policy = policy;
    this.purchases = purchases;
    this.refunds = refunds;
    this.timeline = timeline;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The purchase first, then the return: the order in which everybody locks. */
  public Open lock(UUID id) {
    ReturnRows.Stored known = rows.find(id);
    PaidOrder order = purchases.lock(known.orderGroup());
    return new Open(order, rows.lock(id));
  }

  /** The same, if it stands where this can be done to it. */
  public Open lock(UUID id, ReturnStatus... expected) {
    Open open = lock(id);
    if (!List.of(expected).contains(open.it().status())) {
      throw CannotReturn.notNow(open.it().number(), open.it().status());
    }
    return open;
  }

  /** The buyer may send: where to, with which label. */
  public void accept(Open open, String address, Attachment label, String words) {
    Instant now = now();
    Map<String, Object> columns = new HashMap<>();
    columns.put("address", address);
    columns.put("answer", words);
    columns.put("answered_at", now);
    columns.put("send_by", now.plus(Duration.ofDays(policy.read().sendDays())));
    columns.put("escalated_at", null);
    columns.put("ended_at", null);
    rows.set(open.it().id(), ReturnStatus.ACCEPTED, columns);
    if (label != null) {
      rows.label(open.it().id(), label);
    }
    tell(open, "ACCEPTED", Timeline.RETURN_ACCEPTED);
  }

  public void refuse(Open open, String words) {
    Instant now = now();
    rows.set(
        open.it().id(),
        ReturnStatus.REFUSED,
        Map.of("answer", words, "answered_at", now, "ended_at", now));
    tell(open, "REFUSED", Timeline.RETURN_REFUSED);
  }

  /** Nobody decided in time, or they do not agree: the operator's matter from now on. */
  public void escalate(Open open) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("escalated_at", now());
    columns.put("ended_at", null);
    rows.set(open.it().id(), open.it().status(), columns);
    tell(open, "ESCALATED", null);
  }

  /**
   * The money for these units goes back, and that is the end of it.
   *
   * @param units by line; none: nothing goes back
   * @param again of them, those on sale again; null: none of them had left
   */
  public void finish(Open open, Map<UUID, Integer> units, Map<UUID, Integer> again, String words) {
    if (units.isEmpty()) {
      end(open, ReturnStatus.REJECTED, words);
      return;
    }
    refund(open, units, again, words);
    end(open, ReturnStatus.COMPLETED, words);
  }

  /** The money for these units goes back, if there is any left; the delivery's with the last. */
  public void refund(Open open, Map<UUID, Integer> units, Map<UUID, Integer> again, String words) {
    ReturnRows.Stored it = open.it();
    Optional<RefundView> refund =
        refunds.giveBack(
            new GoodsBack(
                it.orderGroup(),
                it.part(),
                units,
                rows.delivery(it),
                again,
                it.kind() == ReturnKind.WITHDRAWAL,
                it.toCredit(),
                words == null || words.isBlank() ? standing(open) : words));
    refund.ifPresent(one -> rows.refund(it.id(), one.id()));
    rows.wentBack(it.id(), units, again == null ? Map.of() : again);
  }

  private static String standing(Open open) {
    boolean french = "fr".equals(open.order().language());
    return open.it().kind() == ReturnKind.WITHDRAWAL
        ? (french ? "Rétractation " : "Withdrawal ") + open.it().number()
        : (french ? "Retour " : "Return ") + open.it().number();
  }

  /** Nothing was paid for these units, so nothing goes back, and that is the end of it. */
  public void neverTaken(ReturnRows.Stored it, Map<UUID, Integer> units) {
    rows.wentBack(it.id(), units, Map.of());
    end(it, ReturnStatus.COMPLETED, null);
  }

  private void end(Open open, ReturnStatus status, String words) {
    end(open.it(), status, words);
  }

  private void end(ReturnRows.Stored it, ReturnStatus status, String words) {
    Instant now = now();
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("checked_at", now);
    columns.put("ended_at", now);
    if (words != null && !words.isBlank()) {
      columns.put("answer", words);
    }
    rows.set(it.id(), status, columns);
    tell(it, status.name(), Timeline.RETURN_CHECKED);
  }

  /**
   * Everybody hears of a step.
   *
   * @param event on the order's timeline, or null
   */
  public void tell(Open open, String step, String event) {
    tell(open.it(), step, event);
  }

  /** The same of one whose purchase nobody has paid for yet. */
  public void tell(ReturnRows.Stored it, String step, String event) {
    Instant now = now();
    if (event != null) {
      timeline.add(
          it.orderGroup(), it.part(), event, now, Map.of("return", it.number(), "step", step));
    }
    outbox.add(
        new DomainEvent.ReturnMoved(it.id(), it.number(), step, it.orderGroup(), it.vendor(), now));
    audit.record(
        "move-return",
        Subject.of("return", it.number(), it.vendor()),
        Map.of("status", it.status().name()),
        Map.of("step", step));
  }

  /** So many of what is open of each line; notes what is wrong. */
  public Map<UUID, Integer> checked(UUID id, List<Units> wanted, Checklist checklist) {
    Map<UUID, Integer> open = rows.open(id);
    Map<UUID, Integer> units = new LinkedHashMap<>();
    Set<UUID> seen = new HashSet<>();
    for (int index = 0; index < wanted.size(); index++) {
      Units one = wanted.get(index);
      Integer most = open.get(one.line());
      String field = "lines[" + index + "]";
      if (most == null) {
        checklist.reject(field + ".line", "is no line of it that is still open", one.line());
        continue;
      }
      if (!seen.add(one.line())) {
        checklist.reject(field + ".line", "is there twice", one.line());
        continue;
      }
      int quantity = checklist.number(field + ".quantity", one.quantity(), 0, most, most);
      checklist.number(field + ".restocked", one.restocked(), 0, quantity, 0);
      if (quantity > 0) {
        units.put(one.line(), quantity);
      }
    }
    return units;
  }

  static Map<UUID, Integer> restocked(List<Units> wanted) {
    Map<UUID, Integer> again = new LinkedHashMap<>();
    wanted.stream()
        .filter(one -> one.restocked() != null && one.restocked() > 0)
        .forEach(one -> again.put(one.line(), one.restocked()));
    return again;
  }
}
