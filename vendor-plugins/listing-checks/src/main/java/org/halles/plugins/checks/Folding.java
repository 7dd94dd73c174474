package org.halles.plugins.checks;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes words the way they sound to a reader who is not fooled by accents, digits and dots. */
final class Folding {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** Letters, digits and the signs that stand in for letters. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}@$!|€]+");

  /** s.p.e.l.l.e.d or s p e l l e d out: single letters with the same sort of gap. */
  private static final Pattern SPELLED =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}@$!](?:[ ._*-]{1,2}[\\p{L}\\p{N}@$!]){3,}(?![\\p{L}\\p{N}])");

  private static final Map<Character, Character> LOOKS_LIKE =
      Map.of(
          '0', 'o', '1', 'i', '3', 'e', '4', 'a', '5', 's', '7', 't', '@', 'a', '$', 's', '!', 'i',
          '|', 'l');

  private Folding() {}

  /** Without accents and ligatures, in small letters. */
  static String plain(String text) {
    String folded =
        text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae").replace("Æ", "ae");
    return MARKS
        .matcher(Normalizer.normalize(folded, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  /** The words of a text, in order; what was spelled out is one word. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    String joined =
        SPELLED
            .matcher(plain(text))
            .replaceAll(
                spelled -> Matcher.quoteReplacement(spelled.group().replaceAll("[ ._*-]", "")));
    Matcher word = WORD.matcher(joined);
    while (word.find()) {
      words.add(trimmed(word.group()));
    }
    words.removeIf(String::isEmpty);
    return words;
  }

  /** An exclamation mark at the end is one. */
  private static String trimmed(String word) {
    return word.replaceAll("[!|]+$", "");
  }

  /** A word with its disguise taken off; a plain number stays one. */
  static String undisguised(String word) {
    if (word.chars().noneMatch(Character::isLetter)) {
      return word;
    }
    StringBuilder letters = new StringBuilder();
    for (char letter : word.toCharArray()) {
      letters.append(LOOKS_LIKE.getOrDefault(letter, letter));
    }
    return letters.toString();
  }
}
