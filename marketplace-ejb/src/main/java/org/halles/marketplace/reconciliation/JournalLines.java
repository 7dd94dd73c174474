package org.halles.marketplace.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.shared.Database;
import org.halles.spi.PaymentGateway.GatewayTransaction;

/** Journals of gateways as last read, page by page, each page in a transaction of its own. */
@ApplicationScoped
class JournalLines {

  private Database database;
  private Clock clock;

  protected JournalLines() {}

  @Inject
  JournalLines(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Since when the journal tells of what was written down here since a moment: what we learned of
   * late stands earlier in it.
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public Instant earliest(String gateway, Instant since) {
    return database
        .find(
            """
            select least(?, min(happened_at)) as at from payment_transaction
             where gateway = ? and created_at >= ? and happened_at is not null
            """,
            row -> row.instant("at"),
            since,
            gateway,
            since)
        .orElse(since);
  }

  @Allowed(Role.FINANCE)
  @Transactional
  public void store(String gateway, List<GatewayTransaction> lines, Instant readAt) {
    database.update(
        """
        insert into gateway_line (gateway, reference, idempotency_key, kind, status, amount_minor,
                                  fee_minor, currency, at, read_at)
        select distinct on (line.reference) ?, line.*, ?
          from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
                      ?::text[], ?::timestamptz[])
               as line (reference, key, kind, status, amount, fee, currency, at)
        on conflict (gateway, reference) do update
           set idempotency_key = excluded.idempotency_key, kind = excluded.kind,
               status = excluded.status, amount_minor = excluded.amount_minor,
               fee_minor = excluded.fee_minor, currency = excluded.currency, at = excluded.at,
               read_at = excluded.read_at
        """,
        gateway,
        readAt,
        texts(lines, GatewayTransaction::reference),
        texts(lines, line -> keyOf(gateway, line)),
        texts(lines, GatewayTransaction::kind),
        texts(lines, GatewayTransaction::status),
        texts(lines, line -> line.amount().minor()),
        texts(lines, line -> line.fee().minor()),
        texts(lines, line -> line.amount().currency()),
        texts(lines, GatewayTransaction::at));
  }

  /** Lines of a span that the gateway no longer reports; says how many it reports. */
  @Allowed(Role.FINANCE)
  @Transactional
  public long forgetUnseen(String gateway, Instant from, Instant to, Instant readAt) {
    database.update(
        "delete from gateway_line where gateway = ? and at >= ? and at < ? and read_at < ?",
        gateway,
        from,
        to,
        readAt);
    return database
        .find(
            "select count(*) as lines from gateway_line where gateway = ? and at >= ? and at < ?",
            row -> row.whole("lines"),
            gateway,
            from,
            to)
        .orElse(0L);
  }

  /** A chargeback has no key of ours: nobody here asked for it. */
  private static Object keyOf(String gateway, GatewayTransaction line) {
    return line.kind().equals("chargeback")
        ? Payments.chargebackId(gateway, line.reference())
        : line.idempotencyKey();
  }

  private static String[] texts(
      List<GatewayTransaction> lines, Function<GatewayTransaction, Object> value) {
    return lines.stream().map(line -> String.valueOf(value.apply(line))).toArray(String[]::new);
  }
}
