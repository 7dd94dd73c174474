package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;

/**
 * The operator decides what the platform keeps when money goes back, by reason. It holds for orders
 * placed from then on: an order keeps the terms it was placed under.
 */
@ApplicationScoped
public class GiveBackPolicy {

  private static final int ALL = 10_000;

  private GiveBackRows rows;
  private Audit audit;
  private CurrentCaller caller;
  private Clock clock;

  protected GiveBackPolicy() {}

  @Inject
  GiveBackPolicy(GiveBackRows rows, Audit audit, CurrentCaller caller, Clock clock) {
    this.rows = rows;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** The terms of orders placed now, one for each reason. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public List<GiveBackTerms> current() {
    return rows.current();
  }

  /**
   * Changes the terms of orders placed from now on; reasons that are left out keep theirs.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public List<GiveBackTerms> change(List<GiveBackTerms> wanted) {
    check(wanted);
    rows.lock();
    List<GiveBackTerms> before = rows.current();
    Map<GiveBackReason, GiveBackTerms> terms = new EnumMap<>(GiveBackReason.class);
    before.forEach(one -> terms.put(one.reason(), one));
    wanted.forEach(one -> terms.put(one.reason(), one));
    List<GiveBackTerms> after =
        Arrays.stream(GiveBackReason.values())
            .map(reason -> terms.getOrDefault(reason, GiveBackTerms.everything(reason)))
            .toList();
    if (!after.equals(before)) {
      rows.write(after, caller.get().label(), clock.instant());
      audit.record("change-give-back-policy", Subject.of("give-back-policy", "all"), before, after);
    }
    return after;
  }

  private static void check(List<GiveBackTerms> wanted) {
    Checklist checklist = new Checklist();
    for (int index = 0; index < wanted.size(); index++) {
      check("terms[" + index + "].", wanted.get(index), checklist);
    }
    if (wanted.stream().map(GiveBackTerms::reason).distinct().count() < wanted.size()) {
      checklist.reject("terms", "must name each reason once", null);
    }
    checklist.done();
  }

  private static void check(String field, GiveBackTerms terms, Checklist checklist) {
    if (terms.reason() == null) {
      checklist.reject(
          field + "reason", "must be one of " + Arrays.toString(GiveBackReason.values()), null);
      return;
    }
    checklist.number(
        field + "commissionKeptBasisPoints", terms.commissionKeptBasisPoints(), 0, ALL, 0);
    checklist.number(field + "fixedFeeKeptBasisPoints", terms.fixedFeeKeptBasisPoints(), 0, ALL, 0);
    checklist.number(
        field + "gatewayFeeKeptBasisPoints", terms.gatewayFeeKeptBasisPoints(), 0, ALL, ALL);
    if (terms.reason() == GiveBackReason.CHARGEBACK && terms.gatewayFeeBack() > 0) {
      checklist.reject(
          field + "gatewayFeeKeptBasisPoints",
          "must be 10000 for CHARGEBACK: the gateway never gives its fee back",
          terms.gatewayFeeKeptBasisPoints());
    }
    if (terms.buyerFeeKept() && terms.reason().isBuyersRight()) {
      checklist.reject(
          field + "buyerFeeKept",
          "must be false for " + terms.reason() + ": the buyer gets everything back",
          true);
    }
  }
}
