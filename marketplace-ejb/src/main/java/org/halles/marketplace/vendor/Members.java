package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.halles.marketplace.shared.Database;

/** The people of the vendors. */
@ApplicationScoped
class Members {

  private Database database;

  protected Members() {}

  @Inject
  Members(Database database) {
    this.database = database;
  }

  void add(UUID vendorId, UUID accountId, MemberRole role) {
    database.update(
        """
        insert into vendor_member (vendor_id, account_id, role) values (?, ?, ?)
        on conflict do nothing
        """,
        vendorId,
        accountId,
        role);
  }
}
