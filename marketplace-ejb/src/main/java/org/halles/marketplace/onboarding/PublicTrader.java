package org.halles.marketplace.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.vendor.Trader;

/** Tells buyers who stands behind a professional storefront, from what the trader declared. */
@ApplicationScoped
class PublicTrader {

  private Database database;

  protected PublicTrader() {}

  @Inject
  PublicTrader(Database database) {
    this.database = database;
  }

  void tell(UUID vendorId, Trader trader) {
    database.update(
        "update storefront set trader = ?::jsonb, version = version + 1 where vendor_id = ?",
        Json.write(trader),
        vendorId);
  }
}
