package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;

/** Whose word goes without a moderator's look. */
@ApplicationScoped
public class Trust {

  private CurrentCaller current;
  private Database database;

  protected Trust() {}

  @Inject
  public Trust(CurrentCaller current, Database database) {
    this.current = current;
    this.database = database;
  }

  /** True if the vendor is trusted, or an operator acts for it. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.STOREFRONT_READ)
  public boolean ownWord(VendorScope scope) {
    return current.get().is(Role.MODERATOR)
        || database
            .find(
                "select trusted from vendor where id = ?",
                row -> row.flag("trusted"),
                scope.vendorId())
            .orElse(false);
  }
}
