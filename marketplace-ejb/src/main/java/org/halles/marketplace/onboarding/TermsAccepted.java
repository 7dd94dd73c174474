package org.halles.marketplace.onboarding;

import java.util.List;
import java.util.Map;
import org.halles.marketplace.shared.Texts;

/**
 * The vendor agreed to the operator's terms. A newcomer agrees to the newest ones; everybody else
 * has until they fall due.
 */
final class TermsAccepted implements RequirementType {

  static final String TYPE = "terms";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Texts title() {
    return Texts.of("Conditions de vente", "Terms for sellers");
  }

  @Override
  public Texts why() {
    return Texts.of("Ce que nous nous promettons.", "What we promise each other.");
  }

  @Override
  public Place place() {
    return Place.TERMS;
  }

  @Override
  public List<Lack> check(
      VendorFacts vendor, Requirement requirement, Map<String, String> answers) {
    boolean applicant = vendor.checklist() && vendor.termsAccepted() == 0;
    int needed = applicant ? vendor.termsNewest() : vendor.termsDue();
    return vendor.termsAccepted() >= needed
        ? List.of()
        : List.of(
            Lack.of(
                "La version " + needed + " est à lire et à accepter.",
                "Version " + needed + " is to be read and accepted."));
  }
}
