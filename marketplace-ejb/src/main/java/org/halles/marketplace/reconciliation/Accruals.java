package org.halles.marketplace.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.ledger.Templates;
import org.halles.marketplace.shared.Database;
import org.halles.spi.Money;

/**
 * What vendors gave for a gateway's fee, where the gateway says that it kept nothing: it waits for
 * no fee any more and lowers what the platform pays otherwise.
 */
@ApplicationScoped
class Accruals {

  private record Waiting(UUID charge, UUID order, Money accrued) {}

  /** Charges whose journal agrees with the book and tells of no fee. */
  private static final String WAITING =
      """
      select t.id, t.order_group_id, t.currency, s.accrued_minor
        from payment_transaction t
        join journal_entry b on b.source_type = 'payment-transaction'
         and b.source_id = t.id::text and b.template = 'gateway-fee-borne'
        cross join lateral (
          select coalesce(sum(case p.side when 'C' then p.amount_minor else -p.amount_minor end), 0)
                   as accrued_minor
            from journal_entry e
            join posting p on p.entry_id = e.id
            join ledger_account a on a.id = p.account_id and a.address = 'psp_fee_accrual'
           where e.source_type = 'payment-transaction' and e.source_id = t.id::text) as s
        cross join lateral (
          select coalesce(sum(l.amount_minor), 0) as told, coalesce(sum(l.fee_minor), 0) as fee
            from gateway_line l
           where l.gateway = t.gateway and l.idempotency_key = t.id::text
             and l.status = 'succeeded' and l.kind in ('charge', 'capture')) as j
       where t.gateway = ? and t.created_at >= ? and t.created_at < ? and t.kind in ('CHARGE', 'CAPTURE')
         and t.status = 'SUCCEEDED' and s.accrued_minor > 0
         and j.told = t.amount_minor and j.fee = 0
         and not exists (
           select from journal_entry f where f.source_type = 'payment-transaction'
              and f.source_id = t.id::text and f.template = 'gateway-fee')
      """;

  private Database database;
  private Ledger ledger;

  protected Accruals() {}

  @Inject
  Accruals(Database database, Ledger ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  /** Settles them for the charges of a span of time, which was compared before. */
  @Allowed(Role.FINANCE)
  @Transactional
  public void settle(String gateway, Instant from, Instant to, Instant now) {
    List<Waiting> waiting =
        database.listPatiently(
            WAITING,
            row ->
                new Waiting(row.uuid("id"), row.uuid("order_group_id"), row.money("accrued_minor")),
            gateway,
            from,
            to);
    for (Waiting one : waiting) {
      Source source = new Source("payment-transaction", one.charge().toString(), now, one.order());
      Money nothing = Money.zero(one.accrued().currency());
      ledger.post(Templates.gatewayFee(source, gateway, nothing, one.accrued()));
    }
  }
}
