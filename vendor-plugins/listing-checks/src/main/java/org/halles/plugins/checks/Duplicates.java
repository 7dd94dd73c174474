package org.halles.plugins.checks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.halles.spi.Configurable;
import org.halles.spi.ListingCheck;
import org.halles.spi.ListingFacts;
import org.halles.spi.ListingFacts.Similar;

/** The same picture or the same words elsewhere on the marketplace. */
@ApplicationScoped
public class Duplicates implements ListingCheck, Configurable<Limits> {

  /** Shorter texts resemble each other by chance. */
  private static final int FEWEST_RUNS = 8;

  private final Limits limits;

  /** As the server makes it. */
  public Duplicates() {
    this(Limits.USUAL);
  }

  private Duplicates(Limits limits) {
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
  public Duplicates with(Limits configuration) {
    return new Duplicates(configuration);
  }

  @Override
  public String id() {
    return "duplicates";
  }

  @Override
  public Map<String, String> label() {
    return Map.of("fr", "Doublons", "en", "Duplicates");
  }

  @Override
  public List<Finding> check(ListingFacts listing) {
    int alike = limits.alikePercent();
    Set<String> pictures =
        listing.images().stream().map(ListingFacts.Image::hash).collect(Collectors.toSet());
    Shingles text = Shingles.of(textOf(listing));
    List<Finding> findings = new ArrayList<>();
    for (Similar other : listing.similar()) {
      pictures(pictures, other).ifPresent(findings::add);
      words(text, other, alike).ifPresent(findings::add);
    }
    return findings;
  }

  private static Optional<Finding> pictures(Set<String> pictures, Similar other) {
    long shared = other.images().stream().filter(pictures::contains).count();
    if (shared == 0) {
      return Optional.empty();
    }
    String french = shared + " photo(s) en commun avec « " + other.title() + " »";
    String english = shared + " picture(s) shared with “" + other.title() + "”";
    return Optional.of(
        other.sameVendor()
            ? Finding.note("images", french + ", du même vendeur", english + " of the same vendor")
            : Finding.warning(
                "images", french + ", d’un autre vendeur", english + " of another vendor"));
  }

  private static Optional<Finding> words(Shingles text, Similar other, int alike) {
    Shingles theirs = Shingles.of(other.text());
    int percent = text.resemblance(theirs);
    if (!text.tell(FEWEST_RUNS) || !theirs.tell(FEWEST_RUNS) || percent < alike) {
      return Optional.empty();
    }
    String whose = other.sameVendor() ? "du même vendeur" : "d’un autre vendeur";
    String of = other.sameVendor() ? "of the same vendor" : "of another vendor";
    return Optional.of(
        Finding.warning(
            "description",
            "texte à %d %% celui de « %s », %s".formatted(percent, other.title(), whose),
            "%d %% of the text is that of “%s” %s".formatted(percent, other.title(), of)));
  }

  private static String textOf(ListingFacts listing) {
    return String.join(" ", listing.title().values())
        + " "
        + String.join(" ", listing.description().values());
  }
}
