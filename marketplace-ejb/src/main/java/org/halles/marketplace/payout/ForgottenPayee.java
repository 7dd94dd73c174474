package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.identity.AccountErased;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Refusal;

/**
 * The bank account of an affiliate whose account is erased is forgotten with it; not while money is
 * on its way there.
 */
@ApplicationScoped
class ForgottenPayee {

  /** A payout to it has not ended yet. */
  static final class PayoutUnderWay extends Refusal {
    private static final long serialVersionUID = 1L;

    PayoutUnderWay(List<String> numbers) {
      super(
          Kind.UNPROCESSABLE,
          "affiliate-payout-under-way",
          "payout " + String.join(", ", numbers) + " is under way; close the account after that",
          Map.of("payouts", numbers));
    }
  }

  private Database database;

  protected ForgottenPayee() {}

  @Inject
  ForgottenPayee(Database database) {
    this.database = database;
  }

  void on(@Observes AccountErased erased) {
    List<String> underWay =
        database.list(
            """
            select p.number from payout p join affiliate a on a.id = p.affiliate_id
             where a.account_id = ?
               and p.status in ('OPEN', 'CLAIMED', 'SENT', 'IN_TRANSIT', 'FAILED')
             order by p.number
            """,
            row -> row.text("number"),
            erased.accountId());
    if (!underWay.isEmpty()) {
      throw new PayoutUnderWay(underWay);
    }
    database.update(
        "delete from payee_account where payee_id in (select id from affiliate where account_id = ?)",
        erased.accountId());
  }
}
