package org.halles.marketplace.vendor;

import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.shared.RealDatabase;

/** Approved vendors for tests of what vendors do. */
public final class SampleVendors {

  private SampleVendors() {}

  /** An approved vendor with this slug, made on the spot. */
  public static VendorScope approved(RealDatabase real, String slug, String name) {
    return real.inTransaction(
        () -> {
          Vendor vendor = Vendor.applying(slug, name, VendorKind.PROFESSIONAL, "FR", Instant.EPOCH);
          vendor.approve(null);
          new Vendors(real.entities(), real.database())
              .add(vendor, new Storefront(vendor.id(), name));
          return new VendorScope(vendor.id(), slug);
        });
  }

  /** Stops a vendor. */
  public static void suspend(RealDatabase real, UUID vendorId) {
    real.inTransaction(
        () -> {
          real.entities().find(Vendor.class, vendorId).suspend("test");
          return null;
        });
  }

  /** Says that a vendor's word goes. */
  public static void trust(RealDatabase real, UUID vendorId) {
    real.inTransaction(
        () -> {
          real.entities().find(Vendor.class, vendorId).trust(true);
          return null;
        });
  }
}
