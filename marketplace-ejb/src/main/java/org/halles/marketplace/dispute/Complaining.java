package org.halles.marketplace.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.PaidOrder;
import org.halles.marketplace.order.Timeline;
import org.halles.marketplace.refund.Freezes;
import org.halles.marketplace.refund.TakenBack;
import org.halles.marketplace.shared.Attachment;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.OpenedFile;
import org.halles.marketplace.shared.Outbox;
import org.halles.spi.Money;

/**
 * A buyer complains about one vendor's part of a purchase. From then on the vendor's money of it
 * waits for the decision.
 */
@ApplicationScoped
public class Complaining {

  /** How long after the payment a buyer may complain. */
  static final Duration TIME_TO_COMPLAIN = Duration.ofDays(180);

  /** How long a vendor has before the operator decides without its answer. */
  static final Duration TIME_TO_ANSWER = Duration.ofDays(3);

  private Cases cases;
  private DisputeRows rows;
  private DisputeReading reading;
  private Orders orders;
  private TakenBack purchases;
  private Freezes freezes;
  private Database database;
  private Timeline timeline;
  private Outbox outbox;

  protected Complaining() {}

  @Inject
  Complaining(
      Cases cases,
      DisputeRows rows,
      DisputeReading reading,
      Orders orders,
      TakenBack purchases,
      Freezes freezes,
      Database database,
      Timeline timeline,
      Outbox outbox) {
    this.cases = cases;
    this.rows = rows;
    this.reading = reading;
    this.orders = orders;
    this.purchases = purchases;
    this.freezes = freezes;
    this.database = database;
    this.timeline = timeline;
    this.outbox = outbox;
  }

  /**
   * The buyer opens a dispute.
   *
   * @param part number of the vendor's order
   * @throws NotFound also if it is somebody else's purchase, or it was never paid
   * @throws CannotDispute if it is disputed already, too late, or more than is left
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public DisputeView open(String number, String accessKey, String part, Complaint complaint) {
    PaidOrder order = purchases.lock(orders.idForBuyer(number, accessKey));
    PaidOrder.Part its = order.part(part).orElseThrow(() -> new NotFound("vendor order", part));
    Checklist checklist = new Checklist();
    Complaint.Reason reason =
        checklist.choice("reason", complaint.reason(), Complaint.Reason.class, null);
    String text = cases.check(checklist, complaint.text(), complaint.files(), null);
    Money amount = amount(checklist, complaint.amount(), order);
    checklist.done();
    Instant now = cases.now();
    requireTime(order, part, now);
    rows.liveOf(its.id())
        .ifPresent(
            open -> {
              throw CannotDispute.already(part, open);
            });
    Money left = freezes.buyersLeft(order, its.id());
    Money disputed = amount == null ? left : amount;
    if (disputed.compareTo(left) > 0 || !left.isPositive()) {
      throw CannotDispute.tooMuch(disputed, left);
    }
    DisputeRows.Stored dispute = write(order, its, reason, disputed, now);
    rows.say(dispute.id(), cases.speaker("BUYER", null), text, complaint.files(), now);
    freezes.freeze(order, its.id(), dispute.id(), now);
    tell(order, its, dispute, now);
    return reading.get(dispute.id(), null);
  }

  private static Money amount(Checklist checklist, Money amount, PaidOrder order) {
    if (amount != null && !amount.currency().equals(order.total().currency())) {
      checklist.reject("amount.currency", "must be " + order.total().currency(), amount.currency());
    } else if (amount != null && !amount.isPositive()) {
      checklist.reject("amount.minor", "must be above zero", amount.minor());
    }
    return amount;
  }

  private void requireTime(PaidOrder order, String part, Instant now) {
    Instant until =
        database
            .find(
                "select paid_at from order_group where id = ?",
                row -> row.instant("paid_at"),
                order.id())
            .orElseThrow()
            .plus(TIME_TO_COMPLAIN);
    if (now.isAfter(until)) {
      throw CannotDispute.tooLate(part, until);
    }
  }

  private DisputeRows.Stored write(
      PaidOrder order, PaidOrder.Part its, Complaint.Reason reason, Money amount, Instant now) {
    UUID id = Ids.next();
    DisputeRows.Stored dispute =
        rows.insert(
            new DisputeRows.New(
                id,
                DisputeKind.BUYER,
                order.id(),
                reason.name(),
                amount,
                Money.zero(amount.currency()),
                null,
                null,
                null,
                now.plus(TIME_TO_ANSWER),
                null),
            now);
    rows.part(id, its.id(), its.vendorId(), now);
    return dispute;
  }

  private void tell(PaidOrder order, PaidOrder.Part its, DisputeRows.Stored dispute, Instant now) {
    timeline.add(order.id(), its.id(), Timeline.DISPUTED, now, Map.of("dispute", dispute.number()));
    outbox.add(
        new DomainEvent.DisputeOpened(
            dispute.id(),
            dispute.number(),
            dispute.kind().name(),
            order.id(),
            List.of(its.vendorId()),
            dispute.amount(),
            now.plus(TIME_TO_ANSWER),
            now));
  }

  /**
   * The buyer adds something.
   *
   * @throws NotFound also if it is somebody else's
   * @throws CannotDispute if it is decided
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public DisputeView add(
      String number, String accessKey, UUID id, String text, List<Attachment> files) {
    Cases.Open open = own(number, accessKey, id);
    cases.say(open.dispute(), "BUYER", null, text, files);
    return reading.get(id, null);
  }

  /** The buyer takes it back: nothing goes back, and the vendor's money is free again. */
  @Allowed(Role.ANYONE)
  @Transactional
  public DisputeView withdraw(String number, String accessKey, UUID id) {
    Cases.Open open = own(number, accessKey, id);
    if (open.dispute().status().isDecided()) {
      throw CannotDispute.decided(open.dispute().number(), open.dispute().status());
    }
    cases.decide(
        open,
        Money.zero(open.dispute().amount().currency()),
        StandingWords.WITHDRAWN.in(open.order().language()));
    return reading.get(id, null);
  }

  /** The buyer's own; a chargeback is between the bank and the marketplace. */
  private Cases.Open own(String number, String accessKey, UUID id) {
    UUID group = orders.idForBuyer(number, accessKey);
    rows.find(id)
        .filter(one -> one.orderGroup().equals(group) && one.kind() == DisputeKind.BUYER)
        .orElseThrow(() -> new NotFound("dispute", id));
    return cases.lock(id);
  }

  /** The buyer's disputes about a purchase, oldest first. */
  @Allowed(Role.ANYONE)
  @Transactional
  public List<DisputeView> of(String number, String accessKey) {
    return reading.ofGroup(orders.idForBuyer(number, accessKey)).stream()
        .filter(one -> one.kind() == DisputeKind.BUYER)
        .toList();
  }

  /** A file of one of them. */
  @Allowed(Role.ANYONE)
  @Transactional
  public OpenedFile file(String number, String accessKey, UUID id, UUID file) {
    DisputeView its =
        of(number, accessKey).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFound("dispute", id));
    return reading.file(its, file);
  }
}
