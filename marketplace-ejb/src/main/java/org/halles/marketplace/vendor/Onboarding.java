package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.spi.VendorRegistration;

/** How a seller becomes a vendor, and how the operator stops one. */
@ApplicationScoped
public class Onboarding {

  public VendorView create(NewVendor vendor) {
    throw new UnsupportedOperationException("being written");
  }

  public Page<VendorView> list(VendorStatus status, Paging paging) {
    throw new UnsupportedOperationException("being written");
  }

  public VendorView get(UUID id) {
    throw new UnsupportedOperationException("being written");
  }

  public VendorView approve(UUID id, String reason) {
    throw new UnsupportedOperationException("being written");
  }

  public VendorView reject(UUID id, String reason) {
    throw new UnsupportedOperationException("being written");
  }

  public VendorView suspend(UUID id, String reason) {
    throw new UnsupportedOperationException("being written");
  }

  public VendorView reinstate(UUID id, String reason) {
    throw new UnsupportedOperationException("being written");
  }

  public VendorView trust(UUID id, boolean trusted, String reason) {
    throw new UnsupportedOperationException("being written");
  }

  /** From a plugin; throws IllegalStateException if the slug is another vendor's. */
  public VendorView register(
      String pluginId, VendorRegistration registration, boolean approveAtOnce) {
    throw new UnsupportedOperationException("being written");
  }
}
