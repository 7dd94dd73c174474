package org.halles.marketplace.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** The bank accounts vendors declared, for whoever pays them. */
@ApplicationScoped
public class VendorAccounts {

  private FactsReading facts;
  private AccountChanges changes;

  protected VendorAccounts() {}

  @Inject
  VendorAccounts(FactsReading facts, AccountChanges changes) {
    this.facts = facts;
    this.changes = changes;
  }

  /** A vendor's account; empty while it has declared none that is valid. */
  @Allowed(Role.FINANCE)
  @Transactional
  public Optional<BankDetails> of(UUID vendor) {
    return declared(vendor);
  }

  /** True while a vendor's account, which took the place of another, is not paid to yet. */
  @Allowed(Role.FINANCE)
  @Transactional
  public boolean waits(UUID vendor, Instant now) {
    return changes.waits(vendor, now);
  }

  /**
   * The last four characters of the IBAN a vendor declared, for itself to recognise it by; empty
   * while it has declared none that is valid.
   */
  @Needs(Permission.MONEY_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Optional<String> endingOf(VendorScope vendor) {
    return declared(vendor.vendorId())
        .map(BankDetails::iban)
        .map(iban -> iban.substring(iban.length() - 4));
  }

  Optional<BankDetails> declared(UUID vendor) {
    return facts.answersTo(PayoutAccount.TYPE, vendor).stream()
        .map(answer -> new BankDetails(answer.get("holder"), answer.get("iban")))
        .filter(one -> one.holder() != null && one.iban() != null)
        .filter(one -> BankAccount.problem(one.iban()).isEmpty())
        .map(one -> new BankDetails(one.holder(), BankAccount.tidy(one.iban())))
        .findFirst();
  }

  /** Why something typed is no IBAN, in English; empty if it is one. */
  public Optional<String> problemOf(String iban) {
    return BankAccount.problem(iban).map(words -> words.in("en"));
  }
}
