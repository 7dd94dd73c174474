package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.onboarding.BankDetails;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;

/**
 * Payouts by bank: an approved run becomes a file, somebody hands it to the bank and says so, then
 * records what the bank made of each. Until the file is handed over the payouts only wait.
 */
@ApplicationScoped
public class SepaFiles {

  private SepaRows rows;
  private SepaAccounts accounts;
  private PayeeAccounts bankAccounts;
  private PayoutRows payouts;
  private RunRows runs;
  private CurrentCaller caller;
  private Audit audit;
  private Clock clock;

  protected SepaFiles() {}

  @Inject
  public SepaFiles(
      SepaRows rows,
      SepaAccounts accounts,
      PayeeAccounts bankAccounts,
      PayoutRows payouts,
      RunRows runs,
      CurrentCaller caller,
      Audit audit,
      Clock clock) {
    this.rows = rows;
    this.accounts = accounts;
    this.bankAccounts = bankAccounts;
    this.payouts = payouts;
    this.runs = runs;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /** The files of a run, newest first. */
  @Allowed(Role.FINANCE)
  @Transactional
  public List<SepaFile> of(UUID run) {
    runs.find(run).orElseThrow(() -> new NotFound("payout run", run));
    return rows.ofRun(run);
  }

  /**
   * Makes a file of what waits to be paid by bank with a run. Whoever has lost its account
   * meanwhile, or named another one than two persons agreed to, is marked as failed and named
   * there.
   *
   * @throws NothingToTransfer if nothing waits
   * @throws NotFound if there is no such run
   */
  @Allowed(Role.FINANCE)
  @Transactional(dontRollbackOn = NothingToTransfer.class)
  public SepaFile make(UUID run) {
    runs.queue();
    runs.find(run).orElseThrow(() -> new NotFound("payout run", run));
    SepaAccount from = accounts.find().orElseThrow(NothingToTransfer::new);
    Instant now = now();
    List<PayoutView> chosen = new ArrayList<>();
    List<CreditTransfer> transfers = new ArrayList<>();
    for (PayoutView payout : rows.lockWaiting(run)) {
      Optional<BankDetails> to = bankAccounts.of(payout.payee());
      Failure failure = failureOf(payout, to);
      if (failure == null) {
        chosen.add(payout);
        transfers.add(
            new CreditTransfer(
                payout.number(), payout.amount(), to.get(), rows.factsOf(payout.payee())));
      } else {
        payouts.end(payout.id(), PayoutStatus.FAILED, null, failure.code(), failure.message(), now);
      }
    }
    if (transfers.isEmpty()) {
      throw new NothingToTransfer();
    }
    SepaFile file = rows.write(Ids.next(), run, from, transfers, caller.get().accountId(), now);
    rows.assign(file.id(), chosen);
    audit.record("make-sepa-file", Subject.of("sepa-file", file.messageId()), null, told(file));
    return file;
  }

  private record Failure(String code, String message) {}

  /** Why it must not be paid now, or null. */
  private Failure failureOf(PayoutView payout, Optional<BankDetails> to) {
    if (to.isEmpty()) {
      return new Failure("no-bank-account", "no valid IBAN");
    }
    String suspended = payouts.suspensionOf(payout.payee());
    if (suspended != null) {
      return new Failure("affiliate-not-approved", "the affiliate is " + suspended);
    }
    return payouts.isFor(payout.id(), bankAccounts.mark(payout.payee(), to.get()))
        ? null
        : new Failure(
            "account-changed",
            "it was approved for an account ending in " + payout.accountEnding());
  }

  /** The file as the bank gets it. */
  @Allowed(Role.FINANCE)
  @Transactional
  public byte[] content(UUID file) {
    SepaFile found = find(file);
    audit.record(
        "download-sepa-file", Subject.of("sepa-file", found.messageId()), null, told(found));
    return rows.content(file).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws NotFound if there is none
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public SepaFile find(UUID file) {
    return rows.find(file).orElseThrow(() -> new NotFound("SEPA file", file));
  }

  /**
   * Records that the file was handed to the bank; saying it twice changes nothing.
   *
   * @throws NotFound if there is none
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public SepaFile sent(UUID id) {
    SepaFile file = find(id);
    if (file.sentAt() == null) {
      rows.sent(id, caller.get().accountId(), now());
      audit.record("send-sepa-file", Subject.of("sepa-file", file.messageId()), null, told(file));
    }
    return find(id);
  }

  private static Map<String, Object> told(SepaFile file) {
    return Map.of("payouts", file.count(), "total", file.total().toString());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
