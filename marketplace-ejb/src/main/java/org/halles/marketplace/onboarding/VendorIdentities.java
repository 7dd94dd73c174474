package org.halles.marketplace.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;

/** What vendors declared of themselves, for whoever reports to the tax authority. */
@ApplicationScoped
public class VendorIdentities {

  private FactsReading facts;

  protected VendorIdentities() {}

  @Inject
  VendorIdentities(FactsReading facts) {
    this.facts = facts;
  }

  /** Of each of these vendors; those that declared nothing are left out. Two statements. */
  @Allowed(Role.FINANCE)
  @Transactional
  public Map<UUID, DeclaredIdentity> of(Collection<UUID> vendors) {
    List<Requirement> requirements = facts.requirements();
    Map<UUID, DeclaredIdentity> found = new HashMap<>();
    facts
        .answersOf(vendors)
        .forEach(
            (vendor, answers) ->
                found.put(
                    vendor,
                    identity(
                        ofType(TraderIdentity.TYPE, requirements, answers),
                        ofType(PayoutAccount.TYPE, requirements, answers))));
    return found;
  }

  private static Map<String, String> ofType(
      String type, List<Requirement> requirements, Map<UUID, Map<String, String>> answers) {
    return requirements.stream()
        .filter(requirement -> requirement.type().equals(type))
        .map(requirement -> answers.getOrDefault(requirement.id(), Map.of()))
        .filter(answer -> !answer.isEmpty())
        .findFirst()
        .orElse(Map.of());
  }

  private static DeclaredIdentity identity(Map<String, String> who, Map<String, String> where) {
    String iban = where.get("iban");
    return new DeclaredIdentity(
        who.get("legalName"),
        who.containsKey("line1") ? TraderIdentity.trader(who).address() : null,
        who.get("country"),
        who.get("taxNumber"),
        TraderIdentity.birthDate(who.get("birthDate")),
        who.get("registration"),
        who.get("vatNumber"),
        iban == null || BankAccount.problem(iban).isPresent()
            ? null
            : new BankDetails(where.get("holder"), BankAccount.tidy(iban)));
  }
}
