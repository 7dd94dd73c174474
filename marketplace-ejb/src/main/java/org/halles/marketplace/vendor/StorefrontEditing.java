package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;

/** A vendor works on its storefront. */
@ApplicationScoped
public class StorefrontEditing {

  public StorefrontView view(VendorScope scope) {
    throw new UnsupportedOperationException("being written");
  }

  public StorefrontView edit(VendorScope scope, Integer expectedVersion, StorefrontInput input) {
    throw new UnsupportedOperationException("being written");
  }
}
