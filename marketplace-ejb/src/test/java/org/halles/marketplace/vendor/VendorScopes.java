package org.halles.marketplace.vendor;

import java.util.UUID;

/** Scopes without a membership, for tests of what lies behind them. */
public final class VendorScopes {

  private VendorScopes() {}

  public static VendorScope of(UUID vendor, String slug) {
    return new VendorScope(vendor, slug);
  }
}
