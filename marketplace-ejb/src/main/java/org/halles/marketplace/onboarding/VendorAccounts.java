package org.halles.marketplace.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;

/** The bank accounts vendors declared, for whoever pays them. */
@ApplicationScoped
public class VendorAccounts {

  private FactsReading facts;

  protected VendorAccounts() {}

  @Inject
  public VendorAccounts(FactsReading facts) {
    this.facts = facts;
  }

  /** A vendor's account; empty while it has declared none that is valid. */
  @Allowed(Role.FINANCE)
  @Transactional
  public Optional<BankDetails> of(UUID vendor) {
    Map<UUID, Map<String, String>> answers = facts.answers(vendor);
    return facts.requirements().stream()
        .filter(requirement -> requirement.type().equals(PayoutAccount.TYPE))
        .map(requirement -> answers.get(requirement.id()))
        .filter(Objects::nonNull)
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
