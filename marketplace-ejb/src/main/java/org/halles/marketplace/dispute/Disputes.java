package org.halles.marketplace.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.OpenedFile;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.spi.Money;

/** The operator reads disputes and decides those of buyers. */
@ApplicationScoped
public class Disputes {

  private static final int LONGEST_DECISION = 500;

  private Cases cases;
  private DisputeReading reading;

  protected Disputes() {}

  @Inject
  Disputes(Cases cases, DisputeReading reading) {
    this.cases = cases;
    this.reading = reading;
  }

  /**
   * Disputes of buyers and banks.
   *
   * @param status only these, or null for all
   * @param sort null: the newest first
   */
  @Allowed({Role.SUPPORT, Role.FINANCE})
  @Transactional
  public Page<DisputeView> list(DisputeStatus status, DisputeSort sort, Paging paging) {
    return reading.all(status, sort == null ? DisputeSort.NEWEST : sort, paging);
  }

  /** How many wait for an operator. */
  @Allowed({Role.SUPPORT, Role.FINANCE})
  @Transactional
  public int waiting() {
    return reading.waiting();
  }

  @Allowed({Role.SUPPORT, Role.FINANCE})
  @Transactional
  public DisputeView get(UUID id) {
    return reading.get(id, null);
  }

  @Allowed({Role.SUPPORT, Role.FINANCE})
  @Transactional
  public OpenedFile file(UUID id, UUID file) {
    return reading.file(reading.get(id, null), file);
  }

  /** Everything that is disputed goes back to the buyer. */
  @Allowed(Role.FINANCE)
  @Transactional
  public DisputeView accept(UUID id) {
    Cases.Open open = undecided(id);
    cases.decide(
        open, open.dispute().amount(), StandingWords.MARKET_AGREED.in(open.order().language()));
    return reading.get(id, null);
  }

  /**
   * Decides between buyer and vendor.
   *
   * @param back what goes back to the buyer; zero rejects the complaint; null: all of it
   * @param words why, for both sides to read
   * @throws CannotDispute if it is decided, a chargeback, or more than is disputed
   * @throws org.halles.marketplace.refund.CannotRefund if refunds left less than that
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public DisputeView resolve(UUID id, Money back, String words) {
    Cases.Open open = undecided(id);
    Money disputed = open.dispute().amount();
    Checklist checklist = new Checklist();
    String decision = checklist.text("reason", words, LONGEST_DECISION);
    if (back != null && !back.currency().equals(disputed.currency())) {
      checklist.reject("amount.currency", "must be " + disputed.currency(), back.currency());
    } else if (back != null && back.isNegative()) {
      checklist.reject("amount.minor", "must not be below zero", back.minor());
    }
    checklist.done();
    if (back != null && back.compareTo(disputed) > 0) {
      throw CannotDispute.tooMuch(back, disputed);
    }
    cases.decide(open, back == null ? disputed : back, decision);
    return reading.get(id, null);
  }

  /** Nothing goes back; the vendor's money is free again. */
  @Allowed(Role.FINANCE)
  @Transactional
  public DisputeView reject(UUID id, String words) {
    return resolve(id, Money.zero(undecided(id).dispute().amount().currency()), words);
  }

  private Cases.Open undecided(UUID id) {
    Cases.Open open = cases.lock(id);
    if (open.dispute().kind() == DisputeKind.CHARGEBACK) {
      throw CannotDispute.bankDecides(open.dispute().number());
    }
    if (open.dispute().status().isDecided()) {
      throw CannotDispute.decided(open.dispute().number(), open.dispute().status());
    }
    return open;
  }
}
