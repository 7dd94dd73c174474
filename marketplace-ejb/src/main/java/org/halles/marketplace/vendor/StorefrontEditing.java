package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.media.Pictures;
import org.halles.marketplace.shared.Stale;
import org.halles.marketplace.shared.Texts;

/** A vendor works on its storefront. */
@ApplicationScoped
@Transactional
public class StorefrontEditing {

  private Vendors vendors;
  private Pictures pictures;
  private Event<StorefrontRenamed> renamed;
  private Audit audit;
  private Clock clock;

  protected StorefrontEditing() {}

  @Inject
  StorefrontEditing(
      Vendors vendors,
      Pictures pictures,
      Event<StorefrontRenamed> renamed,
      Audit audit,
      Clock clock) {
    this.vendors = vendors;
    this.pictures = pictures;
    this.renamed = renamed;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is shown now, or will be once the vendor is approved. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.STOREFRONT_READ)
  public StorefrontView view(VendorScope scope) {
    return vendors.storefront(scope.vendorId()).view(vendors.get(scope.vendorId()));
  }

  /**
   * How it would look to buyers, as far as what was given makes sense already. Nothing is kept, and
   * nothing is refused.
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.STOREFRONT_READ)
  public StorefrontView preview(VendorScope scope, StorefrontInput input) {
    return view(scope).drawn(input);
  }

  /** The looks a storefront can have, by name, with what people call them. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.STOREFRONT_READ)
  public Map<String, Texts> themes(VendorScope scope) {
    return Themes.titles();
  }

  /**
   * Everything is as given from now on.
   *
   * @param expectedVersion the version the caller read, or null if it insists on none
   * @throws SlugTaken if the address is, or was, another's
   * @throws Stale if somebody else edited it meanwhile
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.STOREFRONT_WRITE)
  public StorefrontView edit(VendorScope scope, Integer expectedVersion, StorefrontInput input) {
    Vendor vendor = vendors.get(scope.vendorId());
    Storefront storefront = vendors.storefront(scope.vendorId());
    Stale.check(expectedVersion, storefront.version());
    StorefrontView before = storefront.view(vendor);
    StorefrontInput checked = StorefrontChecks.checked(input, before, pictures);
    move(vendor, checked.slug());
    storefront.redecorate(checked);
    vendor.rename(checked.name());
    vendor.close(checked.closure());
    vendors.flush();
    StorefrontView after = storefront.view(vendor);
    if (!before.name().equals(after.name())) {
      renamed.fire(new StorefrontRenamed(scope.vendorId()));
    }
    audit.record("edit-storefront", Subject.of("vendor", vendor.id(), vendor.id()), before, after);
    return after;
  }

  /** Its former address stays its own, and leads to the new one. */
  private void move(Vendor vendor, String slug) {
    if (!vendor.slug().equals(slug)) {
      if (vendors.isTaken(slug, vendor.id())) {
        throw new SlugTaken(slug);
      }
      vendors.leave(vendor.slug(), slug, vendor.id(), clock.instant());
      vendor.moveTo(slug);
    }
  }
}
