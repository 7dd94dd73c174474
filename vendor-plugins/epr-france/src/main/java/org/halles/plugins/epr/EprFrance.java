package org.halles.plugins.epr;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.halles.spi.Configurable;
import org.halles.spi.OnboardingRequirement;
import org.halles.spi.Setting;

/**
 * {@code epr-france}: traders who put goods on the French market tell the marketplace their unique
 * identifiers of producer responsibility (Code de l'environnement, L541-10-10 and L541-10-13), one
 * for each stream of waste; whoever has none says so. Private persons are not asked.
 */
@ApplicationScoped
public class EprFrance implements OnboardingRequirement, Configurable<EprFrance.Choice> {

  /**
   * What this marketplace asks.
   *
   * @param packagingNeeded true if every trader must name its packaging identifier
   * @param guide the address of a page that explains it, or null
   */
  public record Choice(
      @Setting(
              fr = "Identifiant emballages obligatoire",
              en = "Packaging identifier is a must",
              helpFr = "Sinon, un vendeur peut aussi déclarer n’être pas concerné.",
              helpEn = "Otherwise a vendor may also say that it is not concerned.")
          boolean packagingNeeded,
      @Setting(
              fr = "Page d’explication",
              en = "Page that explains it",
              helpFr = "Montrée au vendeur, par exemple celle de l’ADEME ; commence par https://.",
              helpEn = "Shown to the vendor, such as that of ADEME; begins with https://.",
              pattern = "https://\\S+",
              longest = 300)
          String guide) {}

  private final Choice choice;

  /** As the server makes it. */
  public EprFrance() {
    this(new Choice(false, null));
  }

  private EprFrance(Choice choice) {
    this.choice = choice;
  }

  @Override
  public Class<Choice> configurationType() {
    return Choice.class;
  }

  @Override
  public OnboardingRequirement with(Choice configuration) {
    return new EprFrance(configuration);
  }

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
    String more = choice.guide() == null ? "" : " " + choice.guide();
    return Map.of(
        "fr", "En France, la place de marché doit connaître vos identifiants uniques (REP)." + more,
        "en", "In France the marketplace has to know your unique identifiers (REP)." + more);
  }

  @Override
  public List<Field> fields(Applicant applicant) {
    if (!applicant.professional()) {
      return List.of();
    }
    Field packaging = identifier("packaging", choice.packagingNeeded(), "Emballages", "Packaging");
    Field other = identifier("other", false, "Autre filière", "Another stream");
    return choice.packagingNeeded()
        ? List.of(packaging, other)
        : List.of(packaging, other, notConcerned());
  }

  private static Field notConcerned() {
    return new Field(
        NOT_CONCERNED,
        Kind.YES,
        false,
        Map.of(
            "fr", "Je ne mets aucun produit concerné sur le marché français",
            "en", "I put no such goods on the French market"),
        Map.of());
  }

  private static Field identifier(String name, boolean needed, String french, String english) {
    return new Field(
        name,
        Kind.TEXT,
        needed,
        Map.of("fr", french, "en", english),
        Map.of("fr", "Par exemple FR123456_01ABCD.", "en", "Such as FR123456_01ABCD."));
  }

  @Override
  public List<Problem> check(Applicant applicant, Map<String, String> answers) {
    boolean excused = !choice.packagingNeeded() && answers.containsKey(NOT_CONCERNED);
    if (!applicant.professional() || excused) {
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
    if (choice.packagingNeeded() && !answers.containsKey("packaging")) {
      problems.add(
          new Problem(
              "packaging",
              Map.of(
                  "fr", "Indiquez votre identifiant emballages.",
                  "en", "Give your packaging identifier.")));
    } else if (!answers.containsKey("packaging") && !answers.containsKey("other")) {
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
