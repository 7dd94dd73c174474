package org.halles.marketplace.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.checkout.ChargebackTold;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Attachment;
import org.halles.marketplace.shared.NotFound;
import org.halles.spi.PaymentGateway.Chargeback;
import org.halles.spi.PaymentGateway.EvidenceFile;

/** The short transactions around what is asked of gateways about chargebacks. */
@ApplicationScoped
public class Chargebacks {

  /** So long a bank may still give back what was lost. */
  static final Duration SECOND_THOUGHTS = Duration.ofDays(120);

  static final Duration DAILY = Duration.ofDays(1);

  private Cases cases;
  private DisputeRows rows;
  private DisputeReading reading;
  private Event<ChargebackTold> told;
  private Audit audit;

  protected Chargebacks() {}

  @Inject
  Chargebacks(
      Cases cases,
      DisputeRows rows,
      DisputeReading reading,
      Event<ChargebackTold> told,
      Audit audit) {
    this.cases = cases;
    this.rows = rows;
    this.reading = reading;
    this.told = told;
    this.audit = audit;
  }

  /** Where a chargeback is known, and by which name. */
  public record AtGateway(UUID id, String number, String gateway, String reference) {}

  /**
   * A chargeback that can be answered.
   *
   * @throws CannotDispute if it is a buyer's, or decided
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public AtGateway answerable(UUID id) {
    DisputeRows.Stored known = rows.find(id).orElseThrow(() -> new NotFound("dispute", id));
    if (known.kind() == DisputeKind.BUYER) {
      throw CannotDispute.notForBuyers(known.number());
    }
    if (known.status().isDecided()) {
      throw CannotDispute.decided(known.number(), known.status());
    }
    return place(known);
  }

  /** True for a buyer's complaint, which is decided here. */
  @Allowed(Role.FINANCE)
  @Transactional
  public boolean isBuyers(UUID id) {
    return rows.find(id).orElseThrow(() -> new NotFound("dispute", id)).kind() == DisputeKind.BUYER;
  }

  /** Writes down what was sent to the bank. */
  @Allowed(Role.FINANCE)
  @Transactional
  public void said(UUID id, String evidence, List<Attachment> files, List<UUID> chosen) {
    Cases.Open open = cases.lock(id);
    Instant now = cases.now();
    UUID statement = rows.say(id, cases.speaker("OPERATOR", null), evidence, files, now);
    rows.sent(id, chosen, statement, now);
    rows.answered(id);
    audit.record(
        "contest-chargeback", Subject.of("dispute", open.dispute().number()), null, evidence);
  }

  /** Files that vendors or operators gave, those asked for. */
  @Allowed(Role.FINANCE)
  @Transactional
  public List<EvidenceFile> files(UUID id, List<UUID> wanted) {
    return wanted.isEmpty() ? List.of() : rows.files(id, wanted);
  }

  /** Writes down that nobody contests it. */
  @Allowed(Role.FINANCE)
  @Transactional
  public void accepted(UUID id) {
    audit.record(
        "accept-chargeback", Subject.of("dispute", cases.lock(id).dispute().number()), null, null);
  }

  /** How its gateway says it stands. */
  @Allowed({Role.FINANCE, Role.SYSTEM})
  @Transactional
  public void tell(String gateway, Chargeback seen) {
    told.fire(new ChargebackTold(gateway, seen));
  }

  /** Those whose bank has not decided. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public List<AtGateway> undecided(int most) {
    return rows.undecided(most).stream().map(Chargebacks::place).toList();
  }

  /** Those lost not long ago, each once a day: a bank may give the money back all the same. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public List<AtGateway> secondThoughts(int most) {
    Instant now = cases.now();
    return rows.secondThoughts(now.minus(SECOND_THOUGHTS), now.minus(DAILY), now, most).stream()
        .map(Chargebacks::place)
        .toList();
  }

  @Allowed(Role.FINANCE)
  @Transactional
  public DisputeView view(UUID id) {
    return reading.get(id, null);
  }

  private static AtGateway place(DisputeRows.Stored known) {
    return new AtGateway(known.id(), known.number(), known.gateway(), known.reference());
  }
}
