package org.halles.marketplace.affiliate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.Balances;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Purses;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.ledger.Templates;
import org.halles.marketplace.shared.Database;
import org.halles.spi.Money;

/**
 * Makes available what affiliates earned, one sale at a time, once the goods may not come back any
 * more: so many days after they arrived, and while nobody returns, disputes or charges them back.
 */
@ApplicationScoped
public class Maturing {

  private static final String DUE =
      """
      from affiliate_sale s
      join vendor_order o on o.id = s.vendor_order_id
      left join money_hold h on h.vendor_order_id = o.id
      where s.matured_at is null
        and coalesce(o.delivered_at, h.released_at,
                     case when o.status in ('CANCELLED', 'REFUSED') then s.sold_at end) <= ?
        and not exists (select 1 from money_freeze f where f.vendor_order_id = o.id)
        and not exists (select 1 from goods_return g
                         where g.vendor_order_id = o.id
                           and g.status in ('REQUESTED', 'ACCEPTED', 'SENT'))
        and not exists (select 1 from refund r
                         where r.order_group_id = o.order_group_id and r.cause = 'CHARGEBACK'
                           and r.status = 'PENDING')
      """;

  /** A share that waited long enough. */
  public record Due(UUID vendorOrder, UUID affiliate, Instant soldAt) {}

  private Database database;
  private AffiliateSales sales;
  private Balances balances;
  private Ledger ledger;
  private Purses purses;
  private Clock clock;

  protected Maturing() {}

  @Inject
  Maturing(
      Database database,
      AffiliateSales sales,
      Balances balances,
      Ledger ledger,
      Purses purses,
      Clock clock) {
    this.database = database;
    this.sales = sales;
    this.balances = balances;
    this.ledger = ledger;
    this.purses = purses;
    this.clock = clock;
  }

  /**
   * Shares that have waited long enough, the oldest first.
   *
   * @param after the last one that was looked at before, or null for the first ones
   */
  @Allowed(Role.SYSTEM)
  @Transactional
  public List<Due> due(Due after, int most) {
    List<Object> parameters = new ArrayList<>(List.of(now().minus(sales.window())));
    String further = "";
    if (after != null) {
      further = " and (s.sold_at, s.vendor_order_id, s.affiliate_id) > (?, ?, ?) ";
      parameters.addAll(List.of(after.soldAt(), after.vendorOrder(), after.affiliate()));
    }
    parameters.add(most);
    return database.list(
        "select s.vendor_order_id, s.affiliate_id, s.sold_at "
            + DUE
            + further
            + " order by s.sold_at, s.vendor_order_id, s.affiliate_id limit ?",
        row ->
            new Due(row.uuid("vendor_order_id"), row.uuid("affiliate_id"), row.instant("sold_at")),
        parameters.toArray());
  }

  /** Hands over what refunds left of one, under the lock of its purchase as refunds do. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public void mature(Due due) {
    Instant now = now();
    UUID purchase = lockPurchase(due.vendorOrder());
    database
        .find(
            "select s.round "
                + DUE
                + " and s.vendor_order_id = ? and s.affiliate_id = ? for update of s",
            row -> row.integer("round"),
            now.minus(sales.window()),
            due.vendorOrder(),
            due.affiliate())
        .ifPresent(round -> handOver(due, purchase, round, now));
  }

  private UUID lockPurchase(UUID vendorOrder) {
    return database
        .find(
            """
            select g.id from order_group g join vendor_order o on o.order_group_id = g.id
             where g.id = (select order_group_id from vendor_order where id = ?)
             order by o.position limit 1 for update of g
            """,
            row -> row.uuid("id"),
            vendorOrder)
        .orElseThrow();
  }

  private void handOver(Due due, UUID purchase, int round, Instant now) {
    String affiliate = due.affiliate().toString();
    for (Money left :
        balances.ofVendorOrder(Chart.affiliatePending(affiliate), due.vendorOrder())) {
      if (left.isPositive()) {
        purses.open(left.currency(), List.of(), List.of(affiliate));
        Source source =
            new Source(
                "affiliate-sale", due.vendorOrder() + "/" + affiliate + "/" + round, now, purchase);
        ledger.post(Templates.affiliateMatured(source, affiliate, due.vendorOrder(), left));
        purses.settleAffiliates(source, left.currency(), List.of(affiliate));
      }
    }
    database.update(
        """
        update affiliate_sale set matured_at = ?
         where vendor_order_id = ? and affiliate_id = ?
        """,
        now,
        due.vendorOrder(),
        due.affiliate());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
