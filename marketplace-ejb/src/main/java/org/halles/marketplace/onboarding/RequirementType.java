package org.halles.marketplace.onboarding;

import java.util.List;
import java.util.Map;
import org.halles.marketplace.shared.Texts;

/** A kind of requirement: what it asks and when it is met. */
interface RequirementType {

  /** Its stable name, in kebab case. */
  String type();

  Texts title();

  /** Why it is asked, in a sentence. */
  Texts why();

  /** Where it is done. */
  Place place();

  /** What is asked here; empty where it is met elsewhere. */
  default List<AskedField> fields(VendorFacts vendor) {
    return List.of();
  }

  /** What is missing or wrong; empty if the requirement is met. */
  List<Lack> check(VendorFacts vendor, Requirement requirement, Map<String, String> answers);

  /** Where a requirement is met. */
  enum Place {
    /** In a form on the checklist. */
    FORM,
    /** A file is handed in on the checklist. */
    FILE,
    /** A text is read and accepted on the checklist. */
    TERMS,
    STOREFRONT,
    LISTINGS,
    /** In the account of the person. */
    ACCOUNT
  }
}
