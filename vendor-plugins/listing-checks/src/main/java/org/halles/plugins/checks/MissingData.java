package org.halles.plugins.checks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.spi.Configurable;
import org.halles.spi.ListingCheck;
import org.halles.spi.ListingFacts;

/** What a buyer would miss: a picture, a description, one of the languages. */
@ApplicationScoped
public class MissingData implements ListingCheck, Configurable<Limits> {

  private static final Map<String, String[]> LANGUAGES =
      Map.of("fr", new String[] {"français", "French"}, "en", new String[] {"anglais", "English"});

  private final Limits limits;

  /** As the server makes it. */
  public MissingData() {
    this(Limits.USUAL);
  }

  private MissingData(Limits limits) {
    this.limits = limits;
  }

  @Override
  public Class<Limits> configurationType() {
    return Limits.class;
  }

  @Override
  public Optional<Limits> usual() {
    return Optional.of(Limits.USUAL);
  }

  @Override
  public MissingData with(Limits configuration) {
    return new MissingData(configuration);
  }

  @Override
  public String id() {
    return "missing-data";
  }

  @Override
  public Map<String, String> label() {
    return Map.of("fr", "Données manquantes", "en", "Missing data");
  }

  @Override
  public List<Finding> check(ListingFacts listing) {
    List<Finding> findings = new ArrayList<>();
    pictures(listing, findings);
    description(listing, limits.shortestDescription(), findings);
    for (String language : List.of("fr", "en")) {
      if (listing.title().getOrDefault(language, "").isBlank()) {
        String[] names = LANGUAGES.get(language);
        findings.add(
            Finding.note("title", "pas de titre en " + names[0], "no title in " + names[1]));
      }
    }
    return findings;
  }

  private static void pictures(ListingFacts listing, List<Finding> findings) {
    if (listing.images().isEmpty() && listing.kind().equals("goods")) {
      findings.add(Finding.warning("images", "aucune photo", "no picture"));
    }
    long unnamed =
        listing.images().stream()
            .filter(image -> image.alt().values().stream().allMatch(String::isBlank))
            .count();
    if (unnamed > 0) {
      findings.add(
          Finding.note(
              "images",
              unnamed + " photo(s) sans texte de remplacement",
              unnamed + " picture(s) without a text that says what is shown"));
    }
  }

  private static void description(ListingFacts listing, int shortest, List<Finding> findings) {
    int longest = listing.description().values().stream().mapToInt(String::length).max().orElse(0);
    if (longest == 0) {
      findings.add(Finding.warning("description", "aucune description", "no description"));
    } else if (longest < shortest) {
      findings.add(
          Finding.note(
              "description",
              "description de " + longest + " caractères, moins que " + shortest,
              "a description of " + longest + " characters, fewer than " + shortest));
    }
  }
}
