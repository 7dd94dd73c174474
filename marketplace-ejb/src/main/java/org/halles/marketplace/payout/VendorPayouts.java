package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.Earnings;
import org.halles.marketplace.order.VendorBalance;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** A vendor's own view of its money: what there is, what is on its way, what has arrived. */
@ApplicationScoped
public class VendorPayouts {

  private static final long HIGHEST_MINIMUM = 10_000_000;

  private static final String UNDER_WAY =
      """
      select currency, sum(amount_minor) as amount_minor from payout
       where vendor_id = ? and status in ('CLAIMED', 'SENT', 'IN_TRANSIT', 'FAILED')
       group by currency
      """;

  private Earnings earnings;
  private PayoutLists lists;
  private Policies policies;
  private Database database;
  private Audit audit;
  private Clock clock;

  protected VendorPayouts() {}

  @Inject
  public VendorPayouts(
      Earnings earnings,
      PayoutLists lists,
      Policies policies,
      Database database,
      Audit audit,
      Clock clock) {
    this.earnings = earnings;
    this.lists = lists;
    this.policies = policies;
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** One balance a currency, with what is on its way to the bank; empty before the first sale. */
  @Needs(Permission.MONEY_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public List<VendorBalance> balances(VendorScope vendor) {
    Map<CurrencyCode, Money> underWay = new TreeMap<>();
    database
        .list(UNDER_WAY, row -> row.money("amount_minor"), vendor.vendorId())
        .forEach(sum -> underWay.put(sum.currency(), sum));
    return earnings.balances(vendor).stream()
        .map(
            one ->
                one.withInTransit(
                    underWay.getOrDefault(
                        one.available().currency(), Money.zero(one.available().currency()))))
        .toList();
  }

  /**
   * Its approved payouts.
   *
   * @param sort null: the newest first
   */
  @Needs(Permission.MONEY_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Page<PayoutView> list(VendorScope vendor, PayoutSort sort, Paging paging) {
    return lists.ofVendor(vendor.vendorId(), sort, paging);
  }

  /** How it is paid. */
  @Needs(Permission.MONEY_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public PayoutPolicy policy(VendorScope vendor) {
    return policies.of(vendor.vendorId());
  }

  /** The kinds of onboarding requirements to be met before anything is paid; empty if none. */
  @Needs(Permission.MONEY_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public List<String> missing(VendorScope vendor) {
    return policies.missingOf(vendor.vendorId());
  }

  /**
   * Chooses how often, and from which amount on.
   *
   * @param minimum minor units by currency, 0 to 100,000.00
   * @throws InvalidInput naming everything wrong
   */
  @Needs(Permission.MONEY_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public PayoutPolicy choose(VendorScope vendor, Rhythm rhythm, Map<String, Long> minimum) {
    check(rhythm, minimum);
    PayoutPolicy before = policies.of(vendor.vendorId());
    return change(
        "choose-payouts",
        vendor.vendorId(),
        before,
        new PayoutPolicy(rhythm, minimum, before.requestedAt(), before.blockedReason(), 0));
  }

  /** Asks to be paid with the next run, whatever the rhythm says; asking twice changes nothing. */
  @Needs(Permission.MONEY_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public PayoutPolicy request(VendorScope vendor) {
    PayoutPolicy before = policies.of(vendor.vendorId());
    if (before.requestedAt() != null) {
      return before;
    }
    return change(
        "request-payout",
        vendor.vendorId(),
        before,
        new PayoutPolicy(
            before.rhythm(), before.minimum(), clock.instant(), before.blockedReason(), 0));
  }

  /**
   * Keeps a vendor's money back, or lets it go.
   *
   * @param reason told to the vendor; null lets go
   * @throws NotFound if there is no such vendor
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public PayoutPolicy block(UUID vendor, String reason) {
    if (reason != null && (reason.isBlank() || reason.length() > 500)) {
      throw new InvalidInput(new Violation("reason", "must have 1 to 500 characters", reason));
    }
    database
        .find("select 1 from vendor where id = ?", row -> true, vendor)
        .orElseThrow(() -> new NotFound("vendor", vendor));
    PayoutPolicy before = policies.of(vendor);
    return change(
        reason == null ? "unblock-payouts" : "block-payouts",
        vendor,
        before,
        new PayoutPolicy(before.rhythm(), before.minimum(), before.requestedAt(), reason, 0));
  }

  private PayoutPolicy change(String action, UUID vendor, PayoutPolicy before, PayoutPolicy after) {
    policies.write(vendor, after);
    audit.record(action, Subject.of("payout-policy", vendor, vendor), before, after);
    return policies.of(vendor);
  }

  private static void check(Rhythm rhythm, Map<String, Long> minimum) {
    List<Violation> wrong = new ArrayList<>();
    if (rhythm == null) {
      wrong.add(new Violation("rhythm", "must be one of DAILY, WEEKLY, MONTHLY, ON_REQUEST", null));
    }
    for (Map.Entry<String, Long> one :
        (minimum == null ? Map.<String, Long>of() : minimum).entrySet()) {
      String field = "minimum." + one.getKey();
      if (!one.getKey().matches("[A-Z]{3}")) {
        wrong.add(new Violation(field, "must be named by a currency of ISO 4217", one.getKey()));
      } else if (one.getValue() == null || one.getValue() < 0 || one.getValue() > HIGHEST_MINIMUM) {
        wrong.add(
            new Violation(
                field,
                "must be 0 to " + HIGHEST_MINIMUM + " minor units",
                String.valueOf(one.getValue())));
      }
    }
    if (!wrong.isEmpty()) {
      throw new InvalidInput(wrong);
    }
  }
}
