package org.halles.marketplace.payout;

import java.text.Normalizer;
import java.util.Map;

/** What may be written in a credit transfer: the letters every bank of the SEPA area takes. */
final class SepaLetters {

  private static final Map<String, String> SPELT =
      Map.of(
          "ß", "ss", "œ", "oe", "Œ", "OE", "æ", "ae", "Æ", "AE", "ø", "o", "Ø", "O", "&", "+", "’",
          "'");

  private SepaLetters() {}

  /** A name or a sentence: accents go, what has no letter becomes a space. */
  static String text(String words, int longest) {
    String plain = words;
    for (Map.Entry<String, String> one : SPELT.entrySet()) {
      plain = plain.replace(one.getKey(), one.getValue());
    }
    plain =
        Normalizer.normalize(plain, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^A-Za-z0-9/\\-?:().,'+ ]", " ")
            .replaceAll("/{2,}", "/")
            .replaceAll("^[/ ]+|[/ ]+$", "")
            .replaceAll(" +", " ");
    String cut = plain.length() > longest ? plain.substring(0, longest).stripTrailing() : plain;
    return cut.isEmpty() ? "NOTPROVIDED" : cut;
  }
}
