package org.halles.marketplace.onboarding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.shared.Texts;

/** A document the operator looked at and accepted, and that has not run out. */
final class DocumentHandedIn implements RequirementType {

  static final String TYPE = "document";

  /** How long before its end a new one is asked for. */
  static final int DAYS_AHEAD = 30;

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Texts title() {
    return Texts.of("Document", "Document");
  }

  @Override
  public Texts why() {
    return Texts.of(
        "Une copie lisible, en PDF, JPEG ou PNG. Seule l’équipe de la place de marché la voit.",
        "A legible copy as PDF, JPEG or PNG. Only the marketplace’s team sees it.");
  }

  @Override
  public Place place() {
    return Place.FILE;
  }

  @Override
  public List<Lack> check(
      VendorFacts vendor, Requirement requirement, Map<String, String> answers) {
    return vendor
        .document(requirement.id())
        .map(document -> check(document, vendor.today()))
        .orElseGet(() -> List.of(Lack.of("Déposez le document.", "Hand the document in.")));
  }

  private static List<Lack> check(DocumentView document, LocalDate today) {
    if (document.expiresOn() != null && document.expiresOn().isBefore(today)) {
      return List.of(
          Lack.of(
              "Le document a expiré : déposez-en un nouveau.",
              "The document has run out: hand in a new one."));
    }
    return switch (document.status()) {
      case ACCEPTED -> List.of();
      case PENDING ->
          List.of(
              Lack.waiting(
                  "Le document sera examiné par notre équipe.",
                  "Our team will look at the document."));
      default ->
          List.of(
              Lack.of(
                  null,
                  Texts.of(
                      "Le document a été refusé : " + reason(document),
                      "The document was refused: " + reason(document))));
    };
  }

  private static String reason(DocumentView document) {
    return document.reason() == null ? "—" : document.reason();
  }
}
