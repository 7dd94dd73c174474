package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.halles.marketplace.ledger.AccountView;
import org.halles.marketplace.ledger.Balances;
import org.halles.marketplace.ledger.Entry;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Templates;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** Books what was approved; inside the caller's transaction. */
@ApplicationScoped
class Approval {

  private RunRows runs;
  private PayoutRows payouts;
  private Policies policies;
  private PayeeAccounts accounts;
  private Balances balances;
  private Ledger ledger;
  private PayoutSender sender;

  protected Approval() {}

  @Inject
  Approval(
      RunRows runs,
      PayoutRows payouts,
      Policies policies,
      PayeeAccounts accounts,
      Balances balances,
      Ledger ledger,
      PayoutSender sender) {
    this.runs = runs;
    this.payouts = payouts;
    this.policies = policies;
    this.accounts = accounts;
    this.balances = balances;
    this.ledger = ledger;
    this.sender = sender;
  }

  /** Sets the money aside, payout by payout, under the lock of the vendors' balances. */
  public void approve(PayoutRunView run, UUID person, Instant now) {
    List<HeldBack> heldBack = new ArrayList<>(run.heldBack());
    List<Entry> entries = new ArrayList<>();
    List<PayoutView> open = payouts.lockOpen(run.id());
    holdBalances(open);
    for (PayoutView payout : open) {
      HeldBack reason = reasonAgainst(payout);
      if (reason == null) {
        entries.add(
            Templates.payoutCreated(
                Payment.source(payout, now),
                payout.payee().account(),
                payout.id(),
                payout.amount()));
        payouts.move(payout.id(), PayoutStatus.CLAIMED, now);
        policies.met(payout.payee().id());
      } else {
        heldBack.add(reason);
        payouts.unclaim(payout.id());
        payouts.end(payout.id(), PayoutStatus.CANCELLED, null, reason.reason(), null, now);
      }
    }
    if (!entries.isEmpty()) {
      ledger.post(entries.toArray(Entry[]::new));
    }
    runs.holdBack(run.id(), heldBack);
    runs.decide(run.id(), "APPROVED", person, now);
    sender.wakeAfterCommit();
  }

  /** All at once and in one order, as refunds do, so that the two never wait for each other. */
  private void holdBalances(List<PayoutView> open) {
    Map<CurrencyCode, List<String>> addresses = new TreeMap<>();
    for (PayoutView payout : open) {
      addresses
          .computeIfAbsent(payout.amount().currency(), currency -> new ArrayList<>())
          .add(payout.payee().account());
    }
    addresses.forEach(balances::hold);
  }

  private HeldBack reasonAgainst(PayoutView payout) {
    String blocked = policies.of(payout.payee().id()).blockedReason();
    if (blocked != null) {
      return held(payout, "blocked", blocked);
    }
    List<String> missing = policies.missingOf(payout.payee().id());
    if (!missing.isEmpty()) {
      return held(payout, "requirements-missing", String.join(", ", missing));
    }
    String suspended = payouts.suspensionOf(payout.payee());
    if (suspended != null) {
      return held(payout, "affiliate-not-approved", suspended);
    }
    if (isForAnotherAccount(payout)) {
      return held(payout, "account-changed", payout.accountEnding());
    }
    Money available = available(payout);
    return available.compareTo(payout.amount()) < 0
        ? held(payout, "balance-fell", available.toString())
        : null;
  }

  /** The second person approves what was proposed, not what was named since. */
  private boolean isForAnotherAccount(PayoutView payout) {
    return payout.accountEnding() != null
        && accounts
            .markOf(payout.payee())
            .filter(account -> payouts.isFor(payout.id(), account))
            .isEmpty();
  }

  private Money available(PayoutView payout) {
    return balances.at(payout.payee().account()).stream()
        .map(AccountView::balance)
        .filter(balance -> balance.currency().equals(payout.amount().currency()))
        .findFirst()
        .orElse(Money.zero(payout.amount().currency()));
  }

  private static HeldBack held(PayoutView payout, String reason, String detail) {
    return payout.payee().heldBack(payout.amount(), reason, detail);
  }
}
