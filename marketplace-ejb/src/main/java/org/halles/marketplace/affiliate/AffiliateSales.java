package org.halles.marketplace.affiliate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.AccountView;
import org.halles.marketplace.ledger.Balances;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** What affiliates earned, and what of it went back. */
@ApplicationScoped
public class AffiliateSales {

  private static final String SALES =
      """
      select s.*, v.name as vendor,
             coalesce((select sum(l.amount_minor)
                         from allocation_line a
                         join refund_leg l on l.allocation_line_id = a.id
                         join refund r on r.id = l.refund_id
                        where a.vendor_order_id = s.vendor_order_id and a.kind = 'AFFILIATE'
                          and a.party = 'affiliate:' || s.affiliate_id
                          and (r.status = 'SUCCEEDED'
                               or r.status = 'PENDING' and r.cause <> 'CHARGEBACK')), 0)
                 as back_minor
        from affiliate_sale s
        join vendor_order o on o.id = s.vendor_order_id
        join vendor v on v.id = o.vendor_id
       where s.affiliate_id = ?
      """;

  private Database database;
  private AffiliateRows affiliates;
  private Balances balances;
  private CurrentCaller caller;

  protected AffiliateSales() {}

  @Inject
  AffiliateSales(
      Database database, AffiliateRows affiliates, Balances balances, CurrentCaller caller) {
    this.database = database;
    this.affiliates = affiliates;
    this.balances = balances;
    this.caller = caller;
  }

  /** A share that was just posted: whose, of which part of a purchase. */
  public record Earned(String affiliate, UUID vendorOrder, Money amount) {}

  /** The buyer paid; part of the caller's transaction, and no statement where nobody earned. */
  public void captured(List<Earned> earned, Instant at) {
    for (Earned one : earned) {
      database.update(
          """
          insert into affiliate_sale (vendor_order_id, affiliate_id, amount_minor, currency, sold_at)
          values (?, ?, ?, ?, ?)
          """,
          one.vendorOrder(),
          UUID.fromString(one.affiliate()),
          one.amount().minor(),
          one.amount().currency().value(),
          at);
    }
  }

  /** What was taken back is there again: it waits, or is handed over once more. */
  public void restored(UUID vendorOrder) {
    database.update(
        """
        update affiliate_sale set matured_at = null, round = round + 1
         where vendor_order_id = ? and matured_at is not null
        """,
        vendorOrder);
  }

  /** The sales of the person who is signed in, newest first. */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Page<AffiliateSale> mine(Paging paging) {
    List<Object> parameters = new ArrayList<>(List.of(own().id()));
    String after =
        paging
            .keys(2)
            .map(
                keys -> {
                  parameters.add(keys.instant(0));
                  parameters.add(keys.uuid(1));
                  return " and (s.sold_at, s.vendor_order_id) < (?, ?)";
                })
            .orElse("");
    parameters.add(paging.limit() + 1);
    List<AffiliateSale> found =
        database.list(
            SALES + after + " order by s.sold_at desc, s.vendor_order_id desc limit ?",
            AffiliateSales::read,
            parameters.toArray());
    return Page.of(found, paging.limit(), one -> Paging.cursor(one.soldAt(), one.id()));
  }

  private static AffiliateSale read(Row row) throws SQLException {
    Money earned = row.money("amount_minor");
    return new AffiliateSale(
        row.uuid("vendor_order_id"),
        row.text("vendor"),
        earned,
        Money.of(row.whole("back_minor"), earned.currency()),
        row.instant("sold_at"),
        row.instant("matured_at"));
  }

  /** What the person who is signed in has, a balance for each currency. */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public List<AffiliateBalance> balances() {
    String id = own().id().toString();
    Map<CurrencyCode, Money[]> sums = new TreeMap<>();
    List<String> addresses =
        List.of(
            Chart.affiliatePending(id),
            Chart.affiliateAvailable(id),
            Chart.affiliateReceivable(id));
    for (AccountView account : balances.at(addresses.toArray(String[]::new))) {
      CurrencyCode currency = account.balance().currency();
      Money none = Money.zero(currency);
      sums.computeIfAbsent(currency, first -> new Money[] {none, none, none})[
              addresses.indexOf(account.address())] =
          account.balance();
    }
    return sums.values().stream()
        .map(three -> new AffiliateBalance(three[0], three[1], three[2]))
        .toList();
  }

  /** How long its sales wait. */
  Duration window() {
    return Duration.ofDays(affiliates.returnDays());
  }

  private Affiliate own() {
    UUID account = caller.get().account().orElseThrow();
    return affiliates.ofAccount(account).orElseThrow(() -> new NotFound("affiliate", account));
  }
}
