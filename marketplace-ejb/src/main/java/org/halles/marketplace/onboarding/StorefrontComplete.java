package org.halles.marketplace.onboarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.shared.Texts;

/** The vendor's face says what buyers look for first. */
final class StorefrontComplete implements RequirementType {

  @Override
  public String type() {
    return "storefront";
  }

  @Override
  public Texts title() {
    return Texts.of("Votre vitrine", "Your storefront");
  }

  @Override
  public Texts why() {
    return Texts.of(
        "Une vitrine qui se présente vend mieux.",
        "A storefront that introduces itself sells better.");
  }

  @Override
  public Place place() {
    return Place.STOREFRONT;
  }

  @Override
  public List<Lack> check(
      VendorFacts vendor, Requirement requirement, Map<String, String> answers) {
    List<Lack> lacks = new ArrayList<>();
    if (vendor.tagline().isEmpty()) {
      lacks.add(Lack.of("Ajoutez une phrase d’accroche.", "Add a line that says what you are."));
    }
    if (vendor.story().isEmpty()) {
      lacks.add(Lack.of("Racontez votre histoire.", "Tell your story."));
    }
    if (!vendor.isPrivate() && !vendor.hasReturnPolicy()) {
      lacks.add(Lack.of("Décrivez vos retours.", "Describe your returns."));
    }
    return lacks;
  }
}
