package org.halles.marketplace.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.order.PaidOrder;
import org.halles.marketplace.order.Timeline;
import org.halles.marketplace.refund.DecidedRefunds;
import org.halles.marketplace.refund.Freezes;
import org.halles.marketplace.refund.TakenBack;
import org.halles.marketplace.shared.Attachment;
import org.halles.marketplace.shared.AttachmentKind;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Outbox;
import org.halles.spi.Money;

/** What happens to one dispute, whoever makes it happen; part of the caller's transaction. */
@ApplicationScoped
class Cases {

  static final int LONGEST = 4000;

  /** A dispute and its purchase, both locked. */
  record Open(PaidOrder order, DisputeRows.Stored dispute) {}

  private DisputeRows rows;
  private TakenBack purchases;
  private Freezes freezes;
  private DecidedRefunds refunds;
  private Timeline timeline;
  private Outbox outbox;
  private Audit audit;
  private CurrentCaller caller;
  private Clock clock;

  protected Cases() {}

  @Inject
  Cases(
      DisputeRows rows,
      TakenBack purchases,
      Freezes freezes,
      DecidedRefunds refunds,
      Timeline timeline,
      Outbox outbox,
      Audit audit,
      CurrentCaller caller,
      Clock clock) {
    this.rows = rows;
    this.purchases = purchases;
    this.freezes = freezes;
    this.refunds = refunds;
    this.timeline = timeline;
    this.outbox = outbox;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** The purchase first, then the dispute: the order in which everybody locks. */
  public Open lock(UUID id) {
    DisputeRows.Stored known = rows.find(id).orElseThrow(() -> new NotFound("dispute", id));
    PaidOrder order = purchases.lock(known.orderGroup());
    return new Open(order, rows.lock(id));
  }

  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Notes a fault in what is said, with its files. */
  public String check(Checklist checklist, String text, List<Attachment> files, UUID dispute) {
    String said = checklist.text("text", text, LONGEST);
    AttachmentKind.check(files, checklist);
    int before = dispute == null || files.isEmpty() ? 0 : rows.filesOf(dispute);
    if (before + files.size() > 4 * AttachmentKind.MOST_FILES) {
      checklist.reject("files", "are too many: this dispute has " + before + " already", before);
    }
    return said;
  }

  /** Somebody says something; the others are told. */
  public void say(
      DisputeRows.Stored dispute, String author, UUID vendor, String text, List<Attachment> files) {
    if (dispute.status().isDecided()) {
      throw CannotDispute.decided(dispute.number(), dispute.status());
    }
    Checklist checklist = new Checklist();
    String said = check(checklist, text, files, dispute.id());
    checklist.done();
    Instant now = now();
    UUID id = rows.say(dispute.id(), speaker(author, vendor), said, files, now);
    outbox.add(
        new DomainEvent.DisputeStatementMade(
            dispute.id(),
            id,
            dispute.number(),
            author,
            dispute.orderGroup(),
            vendorsOf(dispute.id()),
            now));
  }

  public DisputeRows.Speaker speaker(String author, UUID vendor) {
    return new DisputeRows.Speaker(author, caller.get().account().orElse(null), vendor);
  }

  /**
   * A buyer's dispute ends: so much goes back, and what waited is free again.
   *
   * @param back what goes back; zero for nothing
   * @param words why, for both sides
   */
  public void decide(Open open, Money back, String words) {
    DisputeRows.Stored dispute = open.dispute();
    Instant now = now();
    UUID part = rows.parts(dispute.id()).get(0).vendorOrder();
    UUID refund =
        back.isPositive() ? refunds.giveBack(open.order().id(), part, back, words).id() : null;
    freezes.thaw(open.order(), part, now);
    DisputeStatus outcome = outcome(dispute.amount(), back);
    rows.decide(dispute.id(), outcome, refund, caller.get().account().orElse(null), words, now);
    tell(open.order(), part, dispute, outcome, back, words, now);
    audit.record(
        "decide-dispute",
        Subject.of("dispute", dispute.number(), open.order().part(part).vendorId()),
        Map.of("status", dispute.status().name(), "amount", dispute.amount()),
        Map.of("status", outcome.name(), "refunded", back, "decision", words));
  }

  private static DisputeStatus outcome(Money disputed, Money back) {
    if (back.isZero()) {
      return DisputeStatus.WON;
    }
    return back.compareTo(disputed) < 0 ? DisputeStatus.PARTLY : DisputeStatus.LOST;
  }

  /** Everybody hears of a decision. */
  public void tell(
      PaidOrder order,
      UUID part,
      DisputeRows.Stored dispute,
      DisputeStatus outcome,
      Money back,
      String words,
      Instant now) {
    timeline.add(
        order.id(),
        part,
        dispute.refund(),
        Timeline.DISPUTE_DECIDED,
        now,
        Map.of("outcome", outcome.name()));
    outbox.add(
        new DomainEvent.DisputeDecided(
            dispute.id(),
            dispute.number(),
            dispute.kind().name(),
            outcome.name(),
            order.id(),
            vendorsOf(dispute.id()),
            back,
            words,
            now));
  }

  public List<UUID> vendorsOf(UUID dispute) {
    return rows.parts(dispute).stream().map(DisputeRows.PartOf::vendor).distinct().toList();
  }
}
