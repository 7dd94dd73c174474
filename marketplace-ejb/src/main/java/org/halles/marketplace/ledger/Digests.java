package org.halles.marketplace.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over lines of text. */
final class Digests {

  private final MessageDigest digest = algorithm();

  /** Adds a line. */
  void add(String line) {
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  /** What all lines come to, in hexadecimal letters. */
  String finish() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest algorithm() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this Java lacks SHA-256", impossible);
    }
  }
}
