package org.halles.marketplace.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.PaidOrder;
import org.halles.marketplace.order.Timeline;
import org.halles.marketplace.refund.TakenBack;
import org.halles.marketplace.shared.AttachmentKind;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.OpenedFile;
import org.halles.spi.Money;

/** A buyer sends goods back: asks, is answered, sends, and gets the money. */
@ApplicationScoped
public class SendingBack {

  private static final int LONGEST_CODE = 80;

  private ReturnCases cases;
  private ReturnRows rows;
  private ReturnReading reading;
  private RightsReading rights;
  private ReturnReasons reasons;
  private ReturnPolicy policy;
  private TakenBack purchases;
  private Orders orders;

  protected SendingBack() {}

  @Inject
  SendingBack(
      ReturnCases cases,
      ReturnRows rows,
      ReturnReading reading,
      RightsReading rights,
      ReturnReasons reasons,
      ReturnPolicy policy,
      TakenBack purchases,
      Orders orders) {
    this.cases = cases;
    this.rows = rows;
    this.reading = reading;
    this.rights = rights;
    this.reasons = reasons;
    this.policy = policy;
    this.purchases = purchases;
    this.orders = orders;
  }

  /** What of a purchase may go back, by part. */
  @Allowed(Role.ANYONE)
  @Transactional
  public List<Rights> rights(String number, String accessKey) {
    return rights.of(orders.idForBuyer(number, accessKey));
  }

  /** What goes and went back, oldest first. */
  @Allowed(Role.ANYONE)
  @Transactional
  public List<ReturnView> list(String number, String accessKey) {
    return reading.ofGroup(orders.idForBuyer(number, accessKey));
  }

  /**
   * What goes back of a purchase and what still may, read together.
   *
   * @param returns oldest first
   * @param rights by part
   */
  public record Overview(List<ReturnView> returns, List<Rights> rights) {}

  /** Both at once, for a page. */
  @Allowed(Role.ANYONE)
  @Transactional
  public Overview overview(String number, String accessKey) {
    UUID group = orders.idForBuyer(number, accessKey);
    List<RightsReading.Sold> lines = rights.lines(group);
    boolean any = lines.stream().anyMatch(RightsReading.Sold::everAsked);
    return new Overview(any ? reading.ofGroup(group) : List.of(), rights.of(lines));
  }

  /** A file of one of them, such as its label. */
  @Allowed(Role.ANYONE)
  @Transactional
  public OpenedFile file(String number, String accessKey, UUID id, UUID file) {
    return reading.file(own(number, accessKey, id), file);
  }

  /**
   * The buyer asks a vendor to take goods back.
   *
   * @param part number of the vendor's order
   * @throws NotFound also if it is somebody else's purchase
   * @throws CannotReturn if it is too late for the reason
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public ReturnView ask(String number, String accessKey, String part, ReturnRequest request) {
    PaidOrder order = purchases.lock(orders.idForBuyer(number, accessKey));
    List<RightsReading.Sold> lines = linesOf(order, part);
    Checklist checklist = new Checklist();
    ReturnReason reason = reason(checklist, request.reason());
    String words = checklist.optional("words", request.words(), ReturnCases.LONGEST);
    AttachmentKind.check(request.files(), checklist);
    if (reason != null && reason.photoNeeded() && request.files().isEmpty()) {
      checklist.reject("files", "are needed for this reason: add a picture that shows it", null);
    }
    Map<UUID, Integer> units =
        Chosen.units(checklist, request.lines(), lines, RightsReading.Sold::returnable);
    checklist.done();
    Instant now = cases.now();
    requireTime(reason, lines, now);
    UUID id = write(order, lines, reason, words, units, now);
    rows.toCredit(id, request.toCredit());
    rows.keep(id, request.files());
    cases.tell(new ReturnCases.Open(order, rows.lock(id)), "REQUESTED", Timeline.RETURN_REQUESTED);
    return reading.get(id, null);
  }

  private ReturnReason reason(Checklist checklist, String code) {
    String given = checklist.text("reason", code, 40);
    if (given.isEmpty()) {
      return null;
    }
    return reasons
        .find(given)
        .filter(ReturnReason::active)
        .orElseGet(
            () -> {
              checklist.reject(
                  "reason", "is none of those that are offered: see /api/v1/return-reasons", given);
              return null;
            });
  }

  private List<RightsReading.Sold> linesOf(PaidOrder order, String part) {
    List<RightsReading.Sold> lines =
        rights.lines(order.id()).stream().filter(line -> line.number().equals(part)).toList();
    if (lines.isEmpty()) {
      throw new NotFound("vendor order", part);
    }
    return lines;
  }

  private static void requireTime(
      ReturnReason reason, List<RightsReading.Sold> lines, Instant now) {
    Instant delivered = lines.get(0).deliveredAt();
    if (delivered != null && now.isAfter(delivered.plus(Duration.ofDays(reason.days())))) {
      throw CannotReturn.tooLate(reason.code(), delivered.plus(Duration.ofDays(reason.days())));
    }
  }

  private UUID write(
      PaidOrder order,
      List<RightsReading.Sold> lines,
      ReturnReason reason,
      String words,
      Map<UUID, Integer> units,
      Instant now) {
    RightsReading.Sold first = lines.get(0);
    boolean delivery = reason.deliveryBack() && Chosen.everything(lines, units);
    UUID id =
        rows.insert(
            new ReturnRows.New(
                ReturnKind.RETURN,
                order.id(),
                first.part(),
                first.vendor(),
                reason.code(),
                reason.costBorneBy(),
                delivery ? first.shipping() : Money.zero(first.shipping().currency()),
                null,
                words),
            units,
            now);
    rows.set(
        id,
        ReturnStatus.REQUESTED,
        Map.of("answer_by", now.plus(Duration.ofDays(policy.read().answerDays()))));
    return id;
  }

  /**
   * The buyer has sent the goods.
   *
   * @param carrier may be left out, as may be its code; both prove that it was sent
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public ReturnView sent(
      String number, String accessKey, UUID id, String carrier, String trackingCode) {
    own(number, accessKey, id);
    ReturnCases.Open open = cases.lock(id, ReturnStatus.ACCEPTED);
    Checklist checklist = new Checklist();
    String by = checklist.optional("carrier", carrier, LONGEST_CODE);
    String code = checklist.optional("trackingCode", trackingCode, LONGEST_CODE);
    checklist.done();
    Instant now = cases.now();
    Map<String, Object> columns = new HashMap<>();
    columns.put("carrier", by);
    columns.put("tracking_code", code);
    columns.put("sent_at", now);
    columns.put("check_by", checkBy(open.it(), code, now));
    columns.put("escalated_at", null);
    rows.set(id, ReturnStatus.SENT, columns);
    cases.tell(open, "SENT", Timeline.RETURN_SENT);
    return reading.get(id, null);
  }

  /** A withdrawal's money waits for the goods, or for the proof that they were sent, no longer. */
  private Instant checkBy(ReturnRows.Stored it, String code, Instant now) {
    Instant usual = now.plus(Duration.ofDays(policy.read().checkDays()));
    if (it.kind() == ReturnKind.RETURN || code == null) {
      return usual;
    }
    return it.refundBy().isAfter(now) ? it.refundBy() : now;
  }

  /**
   * The buyer keeps the goods after all.
   *
   * @throws CannotReturn if they were sent or paid back, or the buyer withdrew: that has ended the
   *     contract
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public ReturnView cancel(String number, String accessKey, UUID id) {
    own(number, accessKey, id);
    ReturnCases.Open open = cases.lock(id, ReturnStatus.REQUESTED, ReturnStatus.ACCEPTED);
    if (open.it().kind() == ReturnKind.WITHDRAWAL) {
      throw CannotReturn.withdrawn(open.it().number());
    }
    rows.set(id, ReturnStatus.CANCELLED, Map.of("ended_at", cases.now()));
    cases.tell(open, "CANCELLED", null);
    return reading.get(id, null);
  }

  /** The buyer does not agree with the vendor: the operator decides. */
  @Allowed(Role.ANYONE)
  @Transactional
  public ReturnView escalate(String number, String accessKey, UUID id) {
    own(number, accessKey, id);
    ReturnCases.Open open = cases.lock(id, ReturnStatus.REFUSED, ReturnStatus.REJECTED);
    if (open.it().escalatedAt() != null) {
      throw CannotReturn.notNow(open.it().number(), open.it().status());
    }
    cases.escalate(open);
    return reading.get(id, null);
  }

  private ReturnView own(String number, String accessKey, UUID id) {
    return list(number, accessKey).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("return", id));
  }
}
