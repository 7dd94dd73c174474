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
          (left.isEmpty() ? "a share of an order that is not paid yet" : left.toString())
              + " earned as an affiliate waits to be paid; close the account after that",
          Map.of("left", left));
    }
  }

  /** What was paid came back with its buyers: it owes that. */
  static final class DebtLeft extends Refusal {
    private static final long serialVersionUID = 1L;

    DebtLeft(List<Money> owed) {
      super(
          Kind.UNPROCESSABLE,
          "affiliate-debt-left",
          owed + " was paid to an affiliate and refunded to buyers since; settle it with us first",
          Map.of("owed", owed));
    }
  }

  /** Money is held for a purchase with which it earns once that money is taken. */
  private static final String SOLD_AND_UNTAKEN =
      """
      select 1 from order_group g join allocation_line l on l.order_group_id = g.id
       where g.status in ('AWAITING_PAYMENT', 'AUTHORISED')
         and l.kind = 'AFFILIATE' and l.party = ? limit 1
      """;

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
    requireSettled(affiliate.toString());
    database.update(
        """
        update affiliate set status = 'SUSPENDED', reason = null, name = 'erased', channel = '',
               code = 'gone-' || right(id::text, 12), version = version + 1
         where id = ?
        """,
        affiliate);
  }

  private void requireSettled(String id) {
    List<Money> left = amounts(Chart.affiliatePending(id), Chart.affiliateAvailable(id));
    boolean comes = database.find(SOLD_AND_UNTAKEN, row -> true, "affiliate:" + id).orElse(false);
    if (!left.isEmpty() || comes) {
      throw new EarningsLeft(left);
    }
    List<Money> owed = amounts(Chart.affiliateReceivable(id));
    if (!owed.isEmpty()) {
      throw new DebtLeft(owed);
    }
  }

  private List<Money> amounts(String... addresses) {
    return balances.at(addresses).stream()
        .map(AccountView::balance)
        .filter(Money::isPositive)
        .toList();
  }
}
