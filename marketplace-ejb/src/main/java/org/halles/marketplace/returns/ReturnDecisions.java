package org.halles.marketplace.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.OpenedFile;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** The operator reads what goes back, and decides where buyer and vendor do not agree. */
@ApplicationScoped
public class ReturnDecisions {

  private static final ReturnStatus[] DECIDABLE = {
    ReturnStatus.REQUESTED,
    ReturnStatus.REFUSED,
    ReturnStatus.ACCEPTED,
    ReturnStatus.SENT,
    ReturnStatus.REJECTED
  };

  private ReturnCases cases;
  private ReturnReading reading;
  private ReturnAddresses addresses;

  protected ReturnDecisions() {}

  @Inject
  ReturnDecisions(ReturnCases cases, ReturnReading reading, ReturnAddresses addresses) {
    this.cases = cases;
    this.reading = reading;
    this.addresses = addresses;
  }

  /**
   * Returns and withdrawals.
   *
   * @param escalated true for those only that wait for a decision
   * @param sort null: the newest first
   */
  @Allowed({Role.SUPPORT, Role.FINANCE})
  @Transactional
  public Page<ReturnView> list(boolean escalated, ReturnSort sort, Paging paging) {
    return reading.all(escalated, sort == null ? ReturnSort.NEWEST : sort, paging);
  }

  /** How many wait for a decision. */
  @Allowed({Role.SUPPORT, Role.FINANCE})
  @Transactional
  public int waiting() {
    return reading.escalated();
  }

  @Allowed({Role.SUPPORT, Role.FINANCE})
  @Transactional
  public ReturnView get(UUID id) {
    return reading.get(id, null);
  }

  @Allowed({Role.SUPPORT, Role.FINANCE})
  @Transactional
  public OpenedFile file(UUID id, UUID file) {
    return reading.file(reading.get(id, null), file);
  }

  /**
   * The goods are to be taken back: the buyer may send them.
   *
   * @param address where to; null: the vendor's usual one
   * @throws CannotReturn if it is over or on its way, or nobody knows where to
   */
  @Allowed({Role.SUPPORT, Role.FINANCE})
  @Transactional
  public ReturnView accept(UUID id, String address, String words) {
    ReturnCases.Open open = cases.lock(id, ReturnStatus.REQUESTED, ReturnStatus.REFUSED);
    Checklist checklist = new Checklist();
    String given = checklist.optional("address", address, 500);
    String why = checklist.text("words", words, 500);
    checklist.done();
    String where = given == null ? addresses.of(open.it().vendor()) : given;
    if (where == null) {
      throw CannotReturn.noAddress(open.it().number());
    }
    cases.accept(open, where, null, why);
    return reading.get(id, null);
  }

  /**
   * So many units are paid back, wherever the goods are, and that is the end of it.
   *
   * @param lines none: nothing goes back
   * @param words why, for both sides
   * @throws CannotReturn if it is over
   * @throws org.halles.marketplace.refund.CannotRefund if units went back meanwhile
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public ReturnView decide(UUID id, List<Units> lines, String words) {
    ReturnCases.Open open = cases.lock(id, DECIDABLE);
    Checklist checklist = new Checklist();
    Map<UUID, Integer> units = cases.checked(id, lines, checklist);
    String why = checklist.text("words", words, 500);
    checklist.done();
    cases.finish(open, units, ReturnCases.restocked(lines), why);
    return reading.get(id, null);
  }
}
