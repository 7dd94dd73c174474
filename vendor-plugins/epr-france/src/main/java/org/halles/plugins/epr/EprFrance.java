package org.halles.plugins.epr;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.halles.spi.OnboardingRequirement;

/**
 * {@code epr-france}: traders who put goods on the French market tell the marketplace their unique
 * identifiers of producer responsibility (Code de l'environnement, L541-10-10 and L541-10-13), one
 * for each stream of waste; whoever has none says so. Private persons are not asked.
 */
@ApplicationScoped
public class EprFrance implements OnboardingRequirement {

  /** Such as {@code FR123456_01ABCD}: the producer, the stream, the scheme. */
  private static final Pattern IDENTIFIER = Pattern.compile("FR[0-9]{6}_[0-9]{2}[A-Z0-9]{4}");

  private static final String NOT_CONCERNED = "notConcerned";

  @Override
  public String type() {
    return "epr-france";
  }

  @Override
  public Map<String, String> title() {
    return Map.of(
        "fr", "Responsabilité élargie du producteur", "en", "Producer responsibility in France");
  }

  @Override
  public Map<String, String> why() {
    return Map.of(
        "fr", "En France, la place de marché doit connaître vos identifiants uniques (REP).",
        "en", "In France the marketplace has to know your unique identifiers (REP).");
  }

  @Override
  public List<Field> fields(Applicant applicant) {
    return !applicant.professional()
        ? List.of()
        : List.of(
            identifier("packaging", "Emballages", "Packaging"),
            identifier("other", "Autre filière", "Another stream"),
            new Field(
                NOT_CONCERNED,
                Kind.YES,
                false,
                Map.of(
                    "fr", "Je ne mets aucun produit concerné sur le marché français",
                    "en", "I put no such goods on the French market"),
                Map.of()));
  }

  private static Field identifier(String name, String french, String english) {
    return new Field(
        name,
        Kind.TEXT,
        false,
        Map.of("fr", french, "en", english),
        Map.of("fr", "Par exemple FR123456_01ABCD.", "en", "Such as FR123456_01ABCD."));
  }

  @Override
  public List<Problem> check(Applicant applicant, Map<String, String> answers) {
    if (!applicant.professional() || answers.containsKey(NOT_CONCERNED)) {
      return List.of();
    }
    List<Problem> problems = new ArrayList<>();
    for (String field : List.of("packaging", "other")) {
      String answer = answers.get(field);
      if (answer != null && !IDENTIFIER.matcher(answer.strip()).matches()) {
        problems.add(
            new Problem(
                field,
                Map.of(
                    "fr", "doit ressembler à FR123456_01ABCD",
                    "en", "must look like FR123456_01ABCD")));
      }
    }
    if (!answers.containsKey("packaging") && !answers.containsKey("other")) {
      problems.add(
          new Problem(
              null,
              Map.of(
                  "fr", "Indiquez un identifiant, ou que vous n’êtes pas concerné.",
                  "en", "Give an identifier, or say that it does not concern you.")));
    }
    return problems;
  }
}
