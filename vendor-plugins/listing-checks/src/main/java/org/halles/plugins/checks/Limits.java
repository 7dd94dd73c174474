package org.halles.plugins.checks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.halles.spi.Setting;

/**
 * What the five checks go by. What is left out holds as usual.
 *
 * @param shortestDescription fewer characters are too few
 * @param priceReach how many times the distance between the quartiles a price may lie beyond them
 * @param fewestOffers a category with fewer says nothing about prices
 * @param bannedWords one entry a line; a line that begins with {@code #} is a remark
 * @param alikePercent from which share on two texts are alike
 * @param restrictedCategories slugs, one a line; a line that begins with {@code #} is a remark
 */
public record Limits(
    @Setting(
            fr = "Description : longueur minimale, en caractères",
            en = "Description: shortest, in characters",
            helpFr = "Une description plus courte est signalée.",
            helpEn = "A shorter description is pointed out.",
            least = 1,
            most = 999_999_999)
        Integer shortestDescription,
    @Setting(
            fr = "Prix : tolérance au-delà des quartiles",
            en = "Prices: tolerance beyond the quartiles",
            helpFr = "3 : seulement l’extravagant.",
            helpEn = "3: only the extravagant.",
            least = 1,
            most = 999_999_999)
        Integer priceReach,
    @Setting(
            fr = "Prix : nombre d’offres à partir duquel un rayon dit quelque chose",
            en = "Prices: offers a category must have to tell anything",
            helpFr = "En dessous, aucun prix n’est comparé.",
            helpEn = "Below that no price is compared.",
            least = 1,
            most = 999_999_999)
        Integer fewestOffers,
    @Setting(
            fr = "Mots et expressions interdits",
            en = "Banned words and phrases",
            helpFr =
                "Un par ligne ; * à la fin vaut toute terminaison ; une ligne qui commence par #"
                    + " est une remarque. Vide : la liste d’origine ; # seul : aucun.",
            helpEn =
                "One a line; a * at the end stands for any ending; a line that begins with # is a"
                    + " remark. Empty: the list it came with; only a #: none.",
            longest = 50_000,
            lines = true)
        String bannedWords,
    @Setting(
            fr = "Doublons : part de texte commune",
            en = "Duplicates: share of common text",
            helpFr = "Au-delà, deux annonces passent pour la même.",
            helpEn = "Above that two listings pass for the same.",
            unit = "%",
            least = 1,
            most = 100)
        Integer alikePercent,
    @Setting(
            fr = "Rayons sous surveillance",
            en = "Restricted categories",
            helpFr =
                "Une adresse par ligne ; ce qui est dessous compte aussi ; une ligne qui commence"
                    + " par # est une remarque.",
            helpEn =
                "One slug a line; what lies below counts too; a line that begins with # is a"
                    + " remark.",
            longest = 50_000,
            lines = true)
        String restrictedCategories) {

  /** What holds until the operator says otherwise. */
  static final Limits USUAL = new Limits(40, 3, 8, list(), 60, "# alcohol\n# knives");

  public Limits {
    shortestDescription = or(shortestDescription, 40);
    priceReach = or(priceReach, 3);
    fewestOffers = or(fewestOffers, 8);
    bannedWords = bannedWords == null || bannedWords.isBlank() ? list() : bannedWords;
    alikePercent = or(alikePercent, 60);
    restrictedCategories = restrictedCategories == null ? "" : restrictedCategories;
  }

  List<String> words() {
    return entries(bannedWords);
  }

  List<String> categories() {
    return entries(restrictedCategories);
  }

  /** Without remarks and empty lines. */
  private static List<String> entries(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  private static Integer or(Integer given, int usual) {
    return given == null ? Integer.valueOf(usual) : given;
  }

  private static String list() {
    try (InputStream list = Limits.class.getResourceAsStream("banned-words.txt")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the jar is broken", unreadable);
    }
  }
}
