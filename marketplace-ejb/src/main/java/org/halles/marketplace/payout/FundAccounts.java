package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.onboarding.BankDetails;
import org.halles.marketplace.shared.NotFound;

/**
 * To which bank account a fund is paid: one person of finance names it, another confirms it. Until
 * then the fund is paid where it was, or waits.
 */
@ApplicationScoped
public class FundAccounts {

  private FundAccountRows rows;
  private PayeeAccounts accounts;
  private Audit audit;
  private CurrentCaller caller;
  private Clock clock;

  protected FundAccounts() {}

  @Inject
  FundAccounts(
      FundAccountRows rows,
      PayeeAccounts accounts,
      Audit audit,
      CurrentCaller caller,
      Clock clock) {
    this.rows = rows;
    this.accounts = accounts;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** What waits for a second person, the oldest first, at most two hundred. */
  @Allowed(Role.FINANCE)
  @Transactional
  public List<ProposedAccount> waiting() {
    return rows.waiting();
  }

  /** Names an account; it takes the place of one that waits. Part of the caller's transaction. */
  void propose(UUID fund, String party, BankDetails details) {
    String ending = rows.propose(fund, details, caller.get().accountId(), now());
    audit.record("propose-fund-account", Subject.of("fund", party), null, Map.of("ending", ending));
  }

  /**
   * A second person confirms it: the fund is paid there from the next run on.
   *
   * @param fund whose account it is
   * @param proposal as it was looked at
   * @throws NotFound if there is no such fund
   * @throws CannotConfirmAccount if the caller named it, or it was decided or replaced since
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public void confirm(UUID fund, UUID proposal) {
    ProposedAccount proposed = lock(fund, proposal);
    UUID person = caller.get().accountId();
    if (person == null || person.equals(proposed.proposedBy())) {
      throw CannotConfirmAccount.byTheSame(PayeeAccounts.ending(proposed.iban()));
    }
    accounts.keep(fund, new BankDetails(proposed.holder(), proposed.iban()), now());
    rows.remove(proposal);
    record("confirm-fund-account", proposed);
  }

  /**
   * Nothing changes; whoever named it may take it back so, too.
   *
   * @throws NotFound if there is no such fund
   * @throws CannotConfirmAccount if it was decided or replaced since
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public void reject(UUID fund, UUID proposal) {
    ProposedAccount proposed = lock(fund, proposal);
    rows.remove(proposal);
    record("reject-fund-account", proposed);
  }

  private ProposedAccount lock(UUID fund, UUID proposal) {
    if (!rows.lockFund(fund)) {
      throw new NotFound("fund", fund);
    }
    return rows.find(fund)
        .filter(found -> found.id().equals(proposal))
        .orElseThrow(CannotConfirmAccount::otherSince);
  }

  private void record(String action, ProposedAccount account) {
    Map<String, Object> told = new HashMap<>();
    told.put("ending", PayeeAccounts.ending(account.iban()));
    if (account.proposer() != null) {
      told.put("proposer", account.proposer());
    }
    audit.record(
        action,
        Subject.of("fund", account.party()),
        account.replaces() == null ? null : Map.of("ending", account.replaces()),
        told);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
