package org.halles.plugins.checks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.spi.Configurable;
import org.halles.spi.ListingCheck;
import org.halles.spi.ListingFacts;

/**
 * Words and phrases the operator does not want to read, in both languages, whatever accents, digits
 * or dots disguise them. Whole words only: <em>Scunthorpe</em>, <em>cocktail</em> and
 * <em>Grosse</em> are none of its business. A star at the end of an entry stands for any ending.
 */
@ApplicationScoped
public class BannedWords implements ListingCheck, Configurable<Limits> {

  /** A disguise is no accident. */
  private record Hit(String entry, String written) {}

  private final List<List<String>> entries;

  /** As the server makes it. */
  public BannedWords() {
    this(Limits.USUAL);
  }

  private BannedWords(Limits limits) {
    this.entries = limits.words().stream().map(BannedWords::parts).distinct().toList();
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
  public BannedWords with(Limits configuration) {
    return new BannedWords(configuration);
  }

  @Override
  public String id() {
    return "banned-words";
  }

  @Override
  public Map<String, String> label() {
    return Map.of("fr", "Mots interdits", "en", "Banned words");
  }

  @Override
  public List<Finding> check(ListingFacts listing) {
    List<Finding> findings = new ArrayList<>();
    texts(listing)
        .forEach(
            (field, text) ->
                hits(Folding.words(text), entries)
                    .forEach(hit -> findings.add(finding(field, hit))));
    return findings;
  }

  private static Finding finding(String field, Hit hit) {
    String french = "« " + hit.written() + " » (liste : " + hit.entry() + ")";
    String english = "“" + hit.written() + "” (list: " + hit.entry() + ")";
    return Finding.serious(field, french, english);
  }

  private static Map<String, String> texts(ListingFacts listing) {
    Map<String, String> texts = new LinkedHashMap<>();
    listing.title().forEach((language, text) -> texts.put("title." + language, text));
    listing.description().forEach((language, text) -> texts.put("description." + language, text));
    listing
        .attributes()
        .forEach((name, text) -> texts.put("attributes." + name, name + " " + text));
    for (int index = 0; index < listing.variants().size(); index++) {
      texts.put(
          "variants[" + index + "].options",
          String.join(" ", listing.variants().get(index).options().values()));
    }
    return texts;
  }

  private static List<Hit> hits(List<String> words, List<List<String>> entries) {
    List<Hit> hits = new ArrayList<>();
    for (List<String> entry : entries) {
      for (int start = 0; start + entry.size() <= words.size(); start++) {
        if (matches(words.subList(start, start + entry.size()), entry)) {
          hits.add(
              new Hit(
                  String.join(" ", entry),
                  String.join(" ", words.subList(start, start + entry.size()))));
          break;
        }
      }
    }
    return hits;
  }

  private static boolean matches(List<String> words, List<String> entry) {
    for (int index = 0; index < entry.size(); index++) {
      String word = words.get(index);
      if (!matches(word, entry.get(index))
          && !matches(Folding.undisguised(word), entry.get(index))
          && !matches(Folding.undisguised(word.replace('1', 'l')), entry.get(index))) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(String word, String entry) {
    return entry.endsWith("*")
        ? word.startsWith(entry.substring(0, entry.length() - 1))
        : word.equals(entry) || word.equals(entry + "s");
  }

  private static List<String> parts(String entry) {
    List<String> parts = new ArrayList<>(Folding.words(entry));
    if (entry.endsWith("*") && !parts.isEmpty()) {
      parts.set(parts.size() - 1, parts.get(parts.size() - 1) + "*");
    }
    return parts;
  }
}
