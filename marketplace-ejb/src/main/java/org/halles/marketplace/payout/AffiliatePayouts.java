package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.affiliate.Affiliates;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.onboarding.BankDetails;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** How an affiliate is paid: to which account, and what it was paid. */
@ApplicationScoped
public class AffiliatePayouts {

  private Affiliates affiliates;
  private PayeeAccounts accounts;
  private PayoutLists lists;
  private Audit audit;
  private Clock clock;

  protected AffiliatePayouts() {}

  @Inject
  AffiliatePayouts(
      Affiliates affiliates, PayeeAccounts accounts, PayoutLists lists, Audit audit, Clock clock) {
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
   * Names the account to be paid to.
   *
   * @return the end of its IBAN
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public String name(BankDetails details) {
    UUID affiliate = own();
    String ending = accounts.name(affiliate, details, clock.instant());
    audit.record(
        "name-payee-account", Subject.of("affiliate", affiliate), null, Map.of("ending", ending));
    return ending;
  }

  private UUID own() {
    return affiliates.mine().orElseThrow(() -> new NotFound("affiliate", "of this account")).id();
  }
}
