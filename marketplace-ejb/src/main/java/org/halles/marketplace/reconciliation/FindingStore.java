package org.halles.marketplace.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;

/** What runs found, as stored; inside the caller's transaction. */
@ApplicationScoped
class FindingStore {

  /** What was settled stays settled while its figures are the same; else it is open again. */
  private static final String RECORD =
      """
      with written as (
        insert into reconciliation_difference as d
          (id, gateway, key, kind, reference, source, source_id, about, there_kind, there_state,
           here_state, there_minor, here_minor, there_fee, here_fee, currency, at, status,
           first_run, last_run)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?)
        on conflict (gateway, key, kind) do update
           set reference = excluded.reference, there_state = excluded.there_state,
               here_state = excluded.here_state, there_minor = excluded.there_minor,
               here_minor = excluded.here_minor, there_fee = excluded.there_fee,
               here_fee = excluded.here_fee, last_run = excluded.last_run,
               status = case when d.status <> 'RESOLVED'
                               and (d.there_minor, d.here_minor, d.there_fee, d.here_fee)
                                 = (excluded.there_minor, excluded.here_minor, excluded.there_fee,
                                    excluded.here_fee) then d.status
                             else 'OPEN' end,
               version = d.version + 1
        returning id
      )
      insert into reconciliation_finding (run_id, difference_id) select ?, id from written
      """;

  private Database database;

  protected FindingStore() {}

  @Inject
  FindingStore(Database database) {
    this.database = database;
  }

  public void record(ReconciliationView run, List<Discrepancy> differences) {
    differences.forEach(one -> record(run, one));
  }

  private void record(ReconciliationView run, Discrepancy one) {
    database.update(
        RECORD,
        Ids.next(),
        run.gateway(),
        one.key(),
        one.kind(),
        one.reference(),
        one.source(),
        one.sourceId(),
        one.about(),
        one.thereKind(),
        one.thereState(),
        one.hereState(),
        one.there(),
        one.here(),
        one.thereFee(),
        one.hereFee(),
        one.currency().value(),
        one.at(),
        run.id(),
        run.id(),
        run.id());
  }

  /** Differences in the run's span that it did not find any more have come right. */
  public void resolveOthers(ReconciliationView run) {
    database.update(
        """
        update reconciliation_difference
           set status = 'RESOLVED', version = version + 1
         where gateway = ? and at >= ? and at < ? and last_run <> ?
           and status in ('OPEN', 'PROPOSED', 'EXPLAINED')
        """,
        run.gateway(),
        run.from(),
        run.to(),
        run.id());
  }

  /** What two persons explained, with its figures as they were then. */
  public Set<String> explainedOf(String gateway) {
    return Set.copyOf(
        database.list(
            """
            select * from reconciliation_difference where gateway = ? and status = 'EXPLAINED'
            """,
            row ->
                signature(
                    row.text("key"),
                    row.whole("there_minor") - row.whole("there_fee"),
                    row.whole("here_minor") - row.whole("here_fee")),
            gateway));
  }

  static String signature(Discrepancy one) {
    return signature(one.key(), one.there() - one.thereFee(), one.here() - one.hereFee());
  }

  private static String signature(String key, long there, long here) {
    return key + " " + there + " " + here;
  }
}
