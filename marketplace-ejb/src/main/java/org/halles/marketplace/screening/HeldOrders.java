package org.halles.marketplace.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.credit.SoldCards;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.CannotChange;
import org.halles.marketplace.order.LockedOrder;
import org.halles.marketplace.order.OrderFates;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.Timeline;
import org.halles.marketplace.refund.Cancelling;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/**
 * What an operator does with purchases that a check held: they are paid and their goods are kept,
 * and either the vendors begin or all the money goes back.
 */
@ApplicationScoped
public class HeldOrders {

  private ScreeningRows rows;
  private SoldCards giftCards;
  private OrderFates fates;
  private Cancelling cancelling;
  private Timeline timeline;
  private Outbox outbox;
  private Audit audit;
  private CurrentCaller caller;
  private Clock clock;

  protected HeldOrders() {}

  @Inject
  HeldOrders(
      ScreeningRows rows,
      SoldCards giftCards,
      OrderFates fates,
      Cancelling cancelling,
      Timeline timeline,
      Outbox outbox,
      Audit audit,
      CurrentCaller caller,
      Clock clock) {
    this.rows = rows;
    this.giftCards = giftCards;
    this.fates = fates;
    this.cancelling = cancelling;
    this.timeline = timeline;
    this.outbox = outbox;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** The purchases that wait for a person, the most suspicious first. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public Page<ScreeningView> waiting(Paging paging) {
    return rows.waiting(paging);
  }

  /**
   * A purchase as its page shows it, and what waits besides.
   *
   * @param waiting how many wait for a person
   * @param screening what checks thought of the purchase; null if nobody looked
   */
  public record Look(long waiting, ScreeningView screening) {}

  /**
   * How many wait, and what checks thought of one purchase.
   *
   * @param number of the purchase, or null for none
   */
  @Allowed({Role.FINANCE, Role.SUPPORT, Role.MODERATOR})
  @Transactional
  public Look look(String number) {
    return rows.look(number);
  }

  /** What checks thought of a purchase; empty if nobody looked. */
  @Allowed({Role.FINANCE, Role.SUPPORT, Role.MODERATOR})
  @Transactional
  public Optional<ScreeningView> find(String number) {
    return rows.find(number).map(ScreeningRows.Found::view);
  }

  /**
   * Lets a purchase go on: its vendors are told and may begin, its files open.
   *
   * @throws NotFound if there is no such purchase, or nobody looked at it
   * @throws CannotChange if it is not held any more, or its money is gone
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public ScreeningView release(String number) {
    LockedOrder order = releasable(number);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    DomainEvent begun =
        giftCards.isHeld(order.id())
            ? sent(order, now)
            : begun(
                order,
                fates.released(order, now).orElseThrow(() -> CannotChange.notInReview(number)),
                now);
    decide(order, ScreeningState.RELEASED, null, now);
    timeline.add(order.id(), null, Timeline.RELEASED, now, Map.of());
    outbox.add(begun);
    return find(number).orElseThrow();
  }

  private DomainEvent sent(LockedOrder order, Instant now) {
    Instant due = giftCards.release(order.id(), now);
    return new DomainEvent.GiftCardBought(
        order.id(),
        order.number(),
        order.email(),
        order.language(),
        order.total(),
        giftCards.view(order.id()).orElseThrow().recipient(),
        due,
        now);
  }

  private DomainEvent begun(LockedOrder order, OrderFates.PaidParts parts, Instant now) {
    return order.status() == OrderGroupStatus.AUTHORISED
        ? new DomainEvent.OrderAuthorised(
            order.id(),
            order.number(),
            order.email(),
            order.language(),
            order.total(),
            parts.parts(),
            rows.heldUntil(order.id()),
            now)
        : new DomainEvent.OrderPaid(
            order.id(),
            order.number(),
            order.email(),
            order.language(),
            order.total(),
            parts.parts(),
            now);
  }

  /**
   * Ends a purchase: all its money goes back to the buyer, its goods are on sale again.
   *
   * @param reason for the buyer to read
   * @throws NotFound if there is no such purchase, or nobody looked at it
   * @throws CannotChange if it is not held any more
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public ScreeningView cancel(String number, String reason) {
    Checklist checklist = new Checklist();
    String words = checklist.text("reason", reason, 500);
    checklist.done();
    ScreeningRows.Found found = found(number);
    // takes the payment's lock and then the order's, as every refund does
    cancelling.endReview(number, words);
    LockedOrder order = fates.lock(found.orderGroup());
    decide(order, ScreeningState.CANCELLED, words, clock.instant().truncatedTo(ChronoUnit.MICROS));
    return find(number).orElseThrow();
  }

  private LockedOrder releasable(String number) {
    LockedOrder order = fates.lock(found(number).orderGroup());
    // read again under the lock: another operator may have been quicker, or the bank
    ScreeningView now = found(number).view();
    if (!now.open()) {
      throw CannotChange.notInReview(number);
    }
    if (now.chargedBack()) {
      throw CannotChange.takenBack(number, now.takenBack(), now.total());
    }
    if (!now.isReleasable()) {
      throw CannotChange.moneyGone(number);
    }
    return order;
  }

  private ScreeningRows.Found found(String number) {
    return rows.find(number).orElseThrow(() -> new NotFound("screened order", number));
  }

  private void decide(LockedOrder order, ScreeningState state, String reason, Instant now) {
    rows.decide(order.id(), state, caller.get().label(), reason, now);
    audit.record(
        state == ScreeningState.RELEASED ? "release-order" : "cancel-held-order",
        Subject.of("order-group", order.number()),
        null,
        reason == null ? Map.of() : Map.of("reason", reason));
  }
}
