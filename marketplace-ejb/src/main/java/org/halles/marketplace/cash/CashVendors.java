package org.halles.marketplace.cash;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** A vendor says whether it takes cash at the door; at first none does. */
@ApplicationScoped
public class CashVendors {

  /**
   * Where a vendor stands.
   *
   * @param taken whether it takes cash
   * @param offered whether the marketplace offers cash at all; without that nobody can pay so
   */
  public record Taking(boolean taken, boolean offered) {}

  private Database database;
  private CashPolicy policy;
  private Audit audit;
  private Clock clock;

  protected CashVendors() {}

  @Inject
  CashVendors(Database database, CashPolicy policy, Audit audit, Clock clock) {
    this.database = database;
    this.policy = policy;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether the vendor takes cash. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.STOREFRONT_READ)
  @Transactional
  public Taking get(VendorScope scope) {
    return new Taking(takes(scope.vendorId()), policy.isOffered());
  }

  /** Takes cash for purchases from now on, or no more; those that were placed stay. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.STOREFRONT_WRITE)
  @Transactional
  public Taking change(VendorScope scope, boolean taken) {
    UUID vendor = scope.vendorId();
    int changed =
        taken
            ? database.update(
                "insert into cash_vendor values (?, ?) on conflict (vendor_id) do nothing",
                vendor,
                clock.instant())
            : database.update("delete from cash_vendor where vendor_id = ?", vendor);
    if (changed > 0) {
      audit.record(
          "change-cash-taking",
          Subject.of("vendor", vendor, vendor),
          Map.of("taken", !taken),
          Map.of("taken", taken));
    }
    return get(scope);
  }

  private boolean takes(UUID vendor) {
    return database
        .find("select 1 from cash_vendor where vendor_id = ?", row -> true, vendor)
        .isPresent();
  }
}
