package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.affiliate.Affiliates;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.onboarding.BankDetails;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** How an affiliate is paid: to which account, and what it was paid. */
@ApplicationScoped
public class AffiliatePayouts {

  private static final Duration TO_OBJECT = Duration.ofDays(3);

  private Affiliates affiliates;
  private PayeeAccounts accounts;
  private PayoutLists lists;
  private Audit audit;
  private Clock clock;
  private Outbox outbox;
  private CurrentCaller caller;

  protected AffiliatePayouts() {}

  @Inject
  AffiliatePayouts(
      Affiliates affiliates,
      PayeeAccounts accounts,
      PayoutLists lists,
      Audit audit,
      Clock clock,
      Outbox outbox,
      CurrentCaller caller) {
    this.outbox = outbox;
    this.caller = caller;
    this.affiliates = affiliates;
    this.accounts = accounts;
    this.lists = lists;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the person who is signed in was paid and is being paid, newest first. */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Page<PayoutView> mine(Paging paging) {
    return lists.ofAffiliate(own(), paging);
  }

  /** The end of the IBAN it is paid to; empty before it named one. */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Optional<String> account() {
    return accounts.endingOf(own());
  }

  /**
   * Names the account to be paid to. Where it takes the place of another, nothing is paid to it for
   * three days, and a letter says so: whoever did not ask for it has time to say so.
   *
   * @return the end of its IBAN
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public String name(BankDetails details) {
    UUID affiliate = own();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<BankDetails> before = accounts.kept(affiliate);
    String ending = accounts.name(affiliate, details, now);
    Optional<BankDetails> after = accounts.kept(affiliate);
    before
        .filter(old -> !old.equals(after.orElseThrow()))
        .ifPresent(old -> changed(affiliate, old, ending, now));
    audit.record(
        "name-payee-account", Subject.of("affiliate", affiliate), null, Map.of("ending", ending));
    return ending;
  }

  private void changed(UUID affiliate, BankDetails before, String ending, Instant now) {
    Instant from = now.plus(TO_OBJECT);
    accounts.payFrom(affiliate, from);
    outbox.add(
        new DomainEvent.PayeeAccountChanged(
            affiliate,
            caller.get().accountId(),
            PayeeAccounts.ending(before.iban()),
            ending,
            from,
            now));
  }

  private UUID own() {
    return affiliates.mine().orElseThrow(() -> new NotFound("affiliate", "of this account")).id();
  }
}
