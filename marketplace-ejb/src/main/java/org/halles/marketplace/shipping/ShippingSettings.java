package org.halles.marketplace.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
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
import org.halles.spi.ShippingMethod;

/** A vendor says how it ships. */
@ApplicationScoped
public class ShippingSettings {

  private final Shipping shipping;
  private final Database database;
  private final Audit audit;

  @Inject
  ShippingSettings(Shipping shipping, Database database, Audit audit) {
    this.shipping = shipping;
    this.database = database;
    this.audit = audit;
  }

  protected ShippingSettings() {
    this(null, null, null);
  }

  /** The vendor's methods, in its order. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.STOREFRONT_READ)
  @Transactional
  public List<ShippingMethod> methods(VendorScope scope) {
    return shipping.methodsOf(scope.vendorId());
  }

  /**
   * Replaces the vendor's methods. Orders that were placed keep what was chosen; open carts choose
   * anew.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything that is wrong
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.STOREFRONT_WRITE)
  @Transactional
  public List<ShippingMethod> replace(VendorScope scope, ShippingInput input) {
    List<ShippingMethod> checked = new ShippingChecks().check(input);
    database.find(
        "select 1 as one from vendor where id = ? for update", row -> true, scope.vendorId());
    List<ShippingMethod> before = methods(scope);
    database.update("delete from shipping_method where vendor_id = ?", scope.vendorId());
    for (int index = 0; index < checked.size(); index++) {
      insert(scope.vendorId(), index, checked.get(index));
    }
    audit.record(
        "change-shipping",
        Subject.of("vendor", scope.vendorId(), scope.vendorId()),
        Map.of("methods", before),
        Map.of("methods", checked));
    return checked;
  }

  private void insert(UUID vendorId, int position, ShippingMethod method) {
    database.update(
        """
        insert into shipping_method (id, vendor_id, position, label, mode, price_minor, currency,
          free_from_minor, min_days, max_days, countries)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        UUID.fromString(method.id()),
        vendorId,
        position,
        method.label(),
        method.mode(),
        method.price().minor(),
        method.price().currency().value(),
        method.freeFrom() == null ? null : method.freeFrom().minor(),
        method.minDays(),
        method.maxDays(),
        method.countries().toArray(String[]::new));
  }
}
