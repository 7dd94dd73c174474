package org.halles.marketplace.onboarding;

import java.util.List;
import java.util.Map;
import org.halles.marketplace.shared.Texts;

/** Who answers for the vendor, and what it sells. */
final class Profile implements RequirementType {

  @Override
  public String type() {
    return "profile";
  }

  @Override
  public Texts title() {
    return Texts.of("Votre profil", "Your profile");
  }

  @Override
  public Texts why() {
    return Texts.of(
        "Pour savoir à qui nous parlons et ce que vous vendrez.",
        "So that we know whom we talk to and what you will sell.");
  }

  @Override
  public Place place() {
    return Place.FORM;
  }

  @Override
  public List<AskedField> fields(VendorFacts vendor) {
    return List.of(
        AskedField.text("contact", "Personne de contact", "Contact person", "name"),
        AskedField.text("sells", "Ce que vous vendrez", "What you will sell", null)
            .of("long-text")
            .helped("En une ou deux phrases.", "In a sentence or two."));
  }

  @Override
  public List<Lack> check(
      VendorFacts vendor, Requirement requirement, Map<String, String> answers) {
    return new Answers(answers).fill(fields(vendor)).lacks();
  }
}
