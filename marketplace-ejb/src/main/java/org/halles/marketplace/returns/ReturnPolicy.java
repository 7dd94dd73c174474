package org.halles.marketplace.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;

/** How long everybody has, and what silence means; for what is asked from now on. */
@ApplicationScoped
public class ReturnPolicy {

  /** What a vendor that does not answer in time has done. */
  public enum Silence {
    ACCEPTS,
    ESCALATES
  }

  /**
   * The policy.
   *
   * @param answerDays a vendor has to answer
   * @param silence what it means if it does not
   * @param sendDays a buyer has to send
   * @param checkDays a vendor has to check what was sent
   * @param withdrawalCostBorneBy who pays for sending back what was withdrawn from
   */
  public record Terms(
      Integer answerDays,
      Silence silence,
      Integer sendDays,
      Integer checkDays,
      Bearer withdrawalCostBorneBy) {}

  private Database database;
  private Audit audit;
  private Clock clock;

  protected ReturnPolicy() {}

  @Inject
  ReturnPolicy(Database database, Audit audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** The policy as it is. */
  @Allowed({Role.SUPPORT, Role.FINANCE, Role.MODERATOR})
  @Transactional
  public Terms get() {
    return read();
  }

  /** Changes what is given; the rest stays. */
  @Allowed(Role.ADMIN)
  @Transactional
  public Terms change(Terms wanted) {
    Terms before = read();
    Checklist checklist = new Checklist();
    Terms after =
        new Terms(
            checklist.number("answerDays", wanted.answerDays(), 1, 30, before.answerDays()),
            wanted.silence() == null ? before.silence() : wanted.silence(),
            checklist.number("sendDays", wanted.sendDays(), 1, 90, before.sendDays()),
            checklist.number("checkDays", wanted.checkDays(), 1, 60, before.checkDays()),
            wanted.withdrawalCostBorneBy() == null
                ? before.withdrawalCostBorneBy()
                : wanted.withdrawalCostBorneBy());
    checklist.done();
    if (!after.equals(before)) {
      database.update(
          """
          update return_policy set answer_days = ?, silence = ?, send_days = ?, check_days = ?,
                                   withdrawal_cost_borne_by = ?, changed_at = ?
          """,
          after.answerDays(),
          after.silence(),
          after.sendDays(),
          after.checkDays(),
          after.withdrawalCostBorneBy(),
          clock.instant());
      audit.record("change-return-policy", Subject.of("return-policy", 1), before, after);
    }
    return after;
  }

  Terms read() {
    return database
        .find(
            "select * from return_policy",
            row ->
                new Terms(
                    row.integer("answer_days"),
                    row.one("silence", Silence.class),
                    row.integer("send_days"),
                    row.integer("check_days"),
                    row.one("withdrawal_cost_borne_by", Bearer.class)))
        .orElseThrow();
  }
}
