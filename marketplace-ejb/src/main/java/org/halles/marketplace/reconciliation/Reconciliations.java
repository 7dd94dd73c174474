package org.halles.marketplace.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.shared.Violation;

/**
 * Compares a gateway's journal with the book and keeps what it found. A difference is settled by
 * people, through {@link Differences}; only what vendors gave for a fee that the journal says was
 * not kept is posted at once.
 */
@ApplicationScoped
public class Reconciliations {

  /** Without a beginning, a comparison goes back so far. */
  static final Duration USUAL = Duration.ofDays(31);

  private Payments payments;
  private JournalReading journal;
  private Comparison comparison;
  private RunStore runs;
  private CurrentCaller caller;
  private JournalLines lines;
  private Accruals accruals;

  protected Reconciliations() {}

  @Inject
  public Reconciliations(
      Payments payments,
      JournalReading journal,
      Comparison comparison,
      RunStore runs,
      CurrentCaller caller,
      JournalLines lines,
      Accruals accruals) {
    this.payments = payments;
    this.journal = journal;
    this.comparison = comparison;
    this.runs = runs;
    this.caller = caller;
    this.lines = lines;
    this.accruals = accruals;
  }

  /**
   * Compares a span of time now. The gateway is read outside any transaction.
   *
   * @param from inclusive; null: 31 days before the end
   * @param to exclusive; null: now
   * @throws InvalidInput if the gateway is not installed, or the span ends before it begins
   * @throws Refusal if the gateway cannot be read; the run is kept as failed
   */
  @Allowed(Role.FINANCE)
  public ReconciliationView run(String gateway, Instant from, Instant to) {
    Instant end = to == null ? lines.now() : to;
    Instant begin = from == null ? end.minus(USUAL) : from;
    check(gateway, begin, end);
    UUID run =
        runs.begin(gateway, null, begin, end, caller.get().accountId(), lines.now()).orElseThrow();
    return finish(run, gateway, begin, end);
  }

  /** Compares what a business day needs, once a day. */
  @Allowed(Role.SYSTEM)
  public void runOfDay(String gateway, LocalDate day) {
    Instant now = lines.now();
    Instant from = now.minus(USUAL);
    runs.begin(gateway, day, from, now, null, now)
        .ifPresent(run -> finish(run, gateway, from, now));
  }

  private ReconciliationView finish(UUID run, String gateway, Instant from, Instant to) {
    try {
      long read = journal.read(gateway, from, to);
      accruals.settle(gateway, from, to, lines.now());
      runs.end(run, read, comparison.of(gateway, from, to), lines.now());
    } catch (RuntimeException failure) {
      runs.fail(run, String.valueOf(failure.getMessage()), lines.now());
      throw failure;
    }
    return get(run);
  }

  /**
   * @throws NotFound if there is none
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public ReconciliationView get(UUID run) {
    return runs.find(run).orElseThrow(() -> new NotFound("reconciliation", run));
  }

  /** Newest first. */
  @Allowed(Role.FINANCE)
  @Transactional
  public Page<ReconciliationView> list(Paging paging) {
    return runs.list(paging);
  }

  /** The gateways there are, by name. */
  @Allowed(Role.FINANCE)
  public List<String> gateways() {
    return payments.all();
  }

  private void check(String gateway, Instant from, Instant to) {
    if (gateway == null || !payments.all().contains(gateway)) {
      throw new InvalidInput(new Violation("gateway", "must be one of " + payments.all(), gateway));
    }
    if (!from.isBefore(to)) {
      throw new InvalidInput(new Violation("from", "must be before " + to, from.toString()));
    }
  }
}
