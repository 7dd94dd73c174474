package org.halles.marketplace.commission;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Recognises what a rule says: same kind, same configuration, same scope, same hash. */
final class ContentHash {

  private ContentHash() {}

  static String of(String kind, JsonNode configuration, RuleScope scope) {
    try {
      String content = kind + "\n" + configuration + "\n" + scope;
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)),
              0,
              16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
