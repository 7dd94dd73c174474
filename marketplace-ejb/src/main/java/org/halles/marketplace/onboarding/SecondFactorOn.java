package org.halles.marketplace.onboarding;

import java.util.List;
import java.util.Map;
import org.halles.marketplace.shared.Texts;

/** Every owner signs in with a second factor: whoever steals a password does not get the money. */
final class SecondFactorOn implements RequirementType {

  @Override
  public String type() {
    return "two-factor";
  }

  @Override
  public Texts title() {
    return Texts.of("Connexion en deux étapes", "Two-step sign-in");
  }

  @Override
  public Texts why() {
    return Texts.of(
        "Un code de votre téléphone protège votre argent, même si un mot de passe est volé.",
        "A code from your telephone protects your money even if a password is stolen.");
  }

  @Override
  public Place place() {
    return Place.ACCOUNT;
  }

  @Override
  public List<Lack> check(
      VendorFacts vendor, Requirement requirement, Map<String, String> answers) {
    return vendor.ownersWithoutSecondFactor() == 0
        ? List.of()
        : List.of(
            Lack.of(
                "Chaque propriétaire active la connexion en deux étapes dans son compte.",
                "Each owner turns two-step sign-in on in their account."));
  }
}
