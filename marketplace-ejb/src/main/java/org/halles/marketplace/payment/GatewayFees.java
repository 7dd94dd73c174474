package org.halles.marketplace.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.spi.CurrencyCode;

/** The operator decides who bears what gateways keep, for orders placed from then on. */
@ApplicationScoped
public class GatewayFees {

  private static final int WHOLE = 10_000;
  private static final int MOST_RATE = 5_000;
  private static final int MOST_ESTIMATES = 20;
  private static final long MOST_FIXED = 100_000;
  private static final int LONGEST_NAME = 60;

  private GatewayFeeRows rows;
  private Audit audit;
  private CurrentCaller caller;
  private Clock clock;

  protected GatewayFees() {}

  @Inject
  GatewayFees(GatewayFeeRows rows, Audit audit, CurrentCaller caller, Clock clock) {
    this.rows = rows;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** The terms of orders placed now. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public GatewayFeeTerms current() {
    return rows.current();
  }

  /**
   * Changes the terms of orders placed from now on.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public GatewayFeeTerms change(GatewayFeeTerms wanted) {
    check(wanted);
    GatewayFeeTerms before = rows.current();
    if (!wanted.equals(before)) {
      rows.write(wanted, caller.get().label(), clock.instant());
      audit.record(
          "change-gateway-fee-terms", Subject.of("setting", "gateway-fee"), before, wanted);
    }
    return wanted;
  }

  private static void check(GatewayFeeTerms wanted) {
    Checklist checklist = new Checklist();
    checklist.number("vendorShareBasisPoints", wanted.vendorShareBasisPoints(), 0, WHOLE, 0);
    if (wanted.estimates().size() > MOST_ESTIMATES) {
      checklist.reject("estimates", "must be at most " + MOST_ESTIMATES, wanted.estimates().size());
    }
    for (int index = 0; index < wanted.estimates().size(); index++) {
      check("estimates[" + index + "].", wanted.estimates().get(index), checklist);
    }
    checklist.done();
  }

  private static void check(String field, GatewayFeeTerms.Estimate estimate, Checklist checklist) {
    checklist.text(field + "gateway", estimate.gateway(), LONGEST_NAME);
    if (BankTransfers.GATEWAY.equals(estimate.gateway())) {
      checklist.reject(
          field + "gateway", "must be another: our own account keeps nothing", estimate.gateway());
    }
    checklist.number(field + "basisPoints", estimate.basisPoints(), 0, MOST_RATE, 0);
    if (estimate.fixedMinor() < 0 || estimate.fixedMinor() > MOST_FIXED) {
      checklist.reject(
          field + "fixedMinor", "must be between 0 and " + MOST_FIXED, estimate.fixedMinor());
    }
    try {
      CurrencyCode.of(String.valueOf(estimate.currency()));
    } catch (IllegalArgumentException unknown) {
      checklist.reject(
          field + "currency", "must be a currency code such as EUR", estimate.currency());
    }
  }
}
