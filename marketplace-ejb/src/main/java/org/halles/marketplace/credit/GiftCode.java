package org.halles.marketplace.credit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * The code of a gift card: sixteen characters in groups of four, without those that people mix up.
 *
 * @param text with its hyphens
 */
record GiftCode(String text) {

  private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int LENGTH = 16;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one, of 80 random bits. */
  static GiftCode next() {
    StringBuilder letters = new StringBuilder();
    for (int place = 0; place < LENGTH; place++) {
      letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return new GiftCode(grouped(letters.toString()));
  }

  /** What somebody typed, however they wrote it; empty if no code looks like that. */
  static Optional<GiftCode> typed(String typed) {
    String letters =
        typed == null ? "" : typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\-\u2010-\u2015]", "");
    boolean right =
        letters.length() == LENGTH && letters.chars().allMatch(one -> LETTERS.indexOf(one) >= 0);
    return right ? Optional.of(new GiftCode(grouped(letters))) : Optional.empty();
  }

  private static String grouped(String letters) {
    return letters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
  }

  String ending() {
    return text.substring(text.length() - GROUP);
  }

  /** All that is kept of it: with 80 random bits a plain hash is enough. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(text.replace("-", "").getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
