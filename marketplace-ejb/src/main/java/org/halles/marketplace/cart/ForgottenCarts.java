package org.halles.marketplace.cart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.halles.marketplace.identity.AccountErased;
import org.halles.marketplace.shared.Database;

/** Takes the person out of the carts of an account that is erased, and out of kept answers. */
@ApplicationScoped
class ForgottenCarts {

  private Database database;

  protected ForgottenCarts() {}

  @Inject
  ForgottenCarts(Database database) {
    this.database = database;
  }

  void on(@Observes AccountErased erased) {
    database.update(
        """
        delete from idempotency
         where scope like ? or scope in (select 'cart:' || id from cart where account_id = ?)
        """,
        "account:" + erased.accountId() + "%",
        erased.accountId());
    database.update(
        """
        update cart set email = null, name = null, line1 = null, line2 = null,
                        postal_code = null, city = null, region = null,
                        purchase_order = null
         where account_id = ?
        """,
        erased.accountId());
  }
}
