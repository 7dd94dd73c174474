package org.halles.marketplace.onboarding;

import java.util.List;
import java.util.Map;
import org.halles.marketplace.shared.Texts;

/** The vendor has written something to sell. */
final class FirstListing implements RequirementType {

  @Override
  public String type() {
    return "first-listing";
  }

  @Override
  public Texts title() {
    return Texts.of("Votre première annonce", "Your first listing");
  }

  @Override
  public Texts why() {
    return Texts.of(
        "Un brouillon suffit : vous le publierez dès que vous pourrez vendre.",
        "A draft will do: you publish it as soon as you may sell.");
  }

  @Override
  public Place place() {
    return Place.LISTINGS;
  }

  @Override
  public List<Lack> check(
      VendorFacts vendor, Requirement requirement, Map<String, String> answers) {
    return vendor.listings() > 0
        ? List.of()
        : List.of(Lack.of("Rédigez une première annonce.", "Write a first listing."));
  }
}
