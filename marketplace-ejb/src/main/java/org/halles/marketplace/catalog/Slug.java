package org.halles.marketplace.catalog;

import java.text.Normalizer;
import java.util.Locale;

/** The readable part of an address, made of a title. */
final class Slug {

  private static final int LONGEST = 80;

  private Slug() {}

  /** Lower-case letters and digits with single hyphens; {@code article} if nothing remains. */
  static String of(String title) {
    String folded =
        Normalizer.normalize(title.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replace("œ", "oe")
            .replace("æ", "ae")
            .replace("ß", "ss")
            .replace("ø", "o")
            .replaceAll("[^a-z0-9]+", "-");
    String cut = folded.length() <= LONGEST ? folded : cutAtWord(folded);
    String slug = cut.replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? "article" : slug;
  }

  private static String cutAtWord(String folded) {
    int hyphen = folded.lastIndexOf('-', LONGEST);
    return folded.substring(0, hyphen > LONGEST / 2 ? hyphen : LONGEST);
  }
}
