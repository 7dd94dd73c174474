package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.onboarding.VendorAccounts;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Violation;

/** Vendors whose money finance keeps back, and why. */
@ApplicationScoped
public class PayoutBlocks {

  private static final String VENDORS =
      "select v.id, v.name, v.payout_missing, "
          + Policies.COLUMNS
          + " from vendor v left join payout_policy pol on pol.vendor_id = v.id ";

  private static final int MOST = 200;

  private Database database;
  private VendorPayouts payouts;
  private VendorAccounts accounts;

  protected PayoutBlocks() {}

  @Inject
  PayoutBlocks(Database database, VendorPayouts payouts, VendorAccounts accounts) {
    this.accounts = accounts;
    this.database = database;
    this.payouts = payouts;
  }

  /** Those that are blocked, by name, without their accounts, at most two hundred. */
  @Allowed(Role.FINANCE)
  @Transactional
  public List<PaidVendor> blocked() {
    return database.list(
        VENDORS + "where pol.blocked_reason is not null order by v.name, v.id limit ?",
        row -> read(row, ""),
        MOST);
  }

  /**
   * How one is paid.
   *
   * @throws NotFound if there is no such vendor
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public PaidVendor of(UUID vendor) {
    String ending =
        accounts.of(vendor).map(account -> PayeeAccounts.ending(account.iban())).orElse("");
    return database
        .find(VENDORS + "where v.id = ?", row -> read(row, ending), vendor)
        .orElseThrow(() -> new NotFound("vendor", vendor));
  }

  /**
   * Keeps a vendor's money back from now on.
   *
   * @param reason 1 to 500 characters, told to the vendor
   * @throws NotFound if there is no such vendor
   * @throws InvalidInput if there is no reason
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public PaidVendor block(UUID vendor, String reason) {
    if (reason == null) {
      throw new InvalidInput(new Violation("reason", "must have 1 to 500 characters", null));
    }
    payouts.block(vendor, reason.strip());
    return of(vendor);
  }

  /**
   * Lets a vendor's money go with the next payouts.
   *
   * @throws NotFound if there is no such vendor
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public PaidVendor release(UUID vendor) {
    payouts.block(vendor, null);
    return of(vendor);
  }

  private static PaidVendor read(Row row, String accountEnding) throws SQLException {
    return new PaidVendor(
        row.uuid("id"),
        row.text("name"),
        Policies.read(row),
        accountEnding,
        row.texts("payout_missing"));
  }
}
