package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.NotFound;

/**
 * Whether a vendor may sell: the operator has let it, and nothing that gates selling is missing.
 */
@ApplicationScoped
public class SellingRight {

  private Database database;

  protected SellingRight() {}

  @Inject
  public SellingRight(Database database) {
    this.database = database;
  }

  /** Where a vendor stands. */
  @Needs(Permission.STOREFRONT_READ)
  @Allowed(Role.SIGNED_IN)
  public Standing of(VendorScope scope) {
    return standing(scope.vendorId());
  }

  /**
   * @throws CannotSell with what is missing
   */
  @Needs(Permission.STOREFRONT_READ)
  @Allowed(Role.SIGNED_IN)
  public void require(VendorScope scope) {
    Standing standing = standing(scope.vendorId());
    if (!standing.sells()) {
      throw new CannotSell(standing.status(), standing.sellingMissing());
    }
  }

  private Standing standing(UUID vendorId) {
    return database
        .find(
            "select status, selling_missing, payout_missing from vendor where id = ?",
            row ->
                new Standing(
                    row.one("status", VendorStatus.class),
                    row.texts("selling_missing"),
                    row.texts("payout_missing")),
            vendorId)
        .orElseThrow(() -> new NotFound("vendor", vendorId));
  }
}
