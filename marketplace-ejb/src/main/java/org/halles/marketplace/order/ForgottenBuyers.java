package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.AccountErased;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Refusal;

/**
 * Takes the person out of the purchases of an account that is erased; amounts, goods and the
 * country, which decides the tax, stay. While a vendor still has to send something, the address is
 * needed.
 */
@ApplicationScoped
class ForgottenBuyers {

  /** Something is still to be paid or sent. */
  static final class OrdersStillOpen extends Refusal {
    private static final long serialVersionUID = 1L;

    OrdersStillOpen() {
      super(
          Kind.UNPROCESSABLE,
          "orders-still-open",
          "some orders are not sent yet: erase the account once they are",
          Map.of());
    }
  }

  private Database database;

  protected ForgottenBuyers() {}

  @Inject
  ForgottenBuyers(Database database) {
    this.database = database;
  }

  void on(@Observes AccountErased erased) {
    if (hasOpenOrders(erased.accountId())) {
      throw new OrdersStillOpen();
    }
    database.update(
        """
        update order_group
           set email = 'erased@halles.invalid', name = '—', line1 = '—', line2 = null,
               postal_code = '—', city = '—', region = null, company = null,
               purchase_order = null
         where account_id = ?
        """,
        erased.accountId());
    // delivered events still name the address they were for
    database.update(
        "delete from outbox where done_at is not null and payload ->> 'email' = ?", erased.email());
  }

  private boolean hasOpenOrders(UUID account) {
    return database
        .find(
            """
            select 1 from order_group
             where account_id = ? and status in ('AWAITING_PAYMENT', 'AUTHORISED', 'PAID',
                              'PARTLY_SHIPPED') limit 1
            """,
            row -> true,
            account)
        .isPresent();
  }
}
