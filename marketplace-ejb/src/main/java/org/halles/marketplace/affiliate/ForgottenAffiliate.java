package org.halles.marketplace.affiliate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.AccountErased;
import org.halles.marketplace.ledger.AccountView;
import org.halles.marketplace.ledger.Balances;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Refusal;
import org.halles.spi.Money;

/**
 * An account that is erased sends nobody any more. Its name and where it wrote are forgotten; what
 * it earned stays in the book under its id. Nobody loses money so: what is left is paid first.
 */
@ApplicationScoped
class ForgottenAffiliate {

  /** There is still something to be paid. */
  static final class EarningsLeft extends Refusal {
    private static final long serialVersionUID = 1L;

    EarningsLeft(List<Money> left) {
      super(
          Kind.UNPROCESSABLE,
          "affiliate-money-left",
          left + " earned as an affiliate waits to be paid; close the account after that",
          Map.of("left", left));
    }
  }

  private AffiliateRows rows;
  private Balances balances;
  private Database database;

  protected ForgottenAffiliate() {}

  @Inject
  ForgottenAffiliate(AffiliateRows rows, Balances balances, Database database) {
    this.rows = rows;
    this.balances = balances;
    this.database = database;
  }

  void on(@Observes AccountErased erased) {
    rows.lockOfAccount(erased.accountId()).ifPresent(affiliate -> forget(affiliate.id()));
  }

  private void forget(UUID affiliate) {
    String id = affiliate.toString();
    List<Money> left =
        balances.at(Chart.affiliatePending(id), Chart.affiliateAvailable(id)).stream()
            .map(AccountView::balance)
            .filter(Money::isPositive)
            .toList();
    if (!left.isEmpty()) {
      throw new EarningsLeft(left);
    }
    database.update(
        """
        update affiliate set status = 'SUSPENDED', reason = null, name = 'erased', channel = '',
               code = 'gone-' || right(id::text, 12), version = version + 1
         where id = ?
        """,
        affiliate);
  }
}
