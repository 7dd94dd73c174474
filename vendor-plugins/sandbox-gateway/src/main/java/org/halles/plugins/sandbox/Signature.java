package org.halles.plugins.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and verifies messages after the Standard Webhooks specification: HMAC-SHA256 over id,
 * timestamp and the raw body; a timestamp more than five minutes away is refused as a replay.
 */
final class Signature {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] secret;

  Signature(byte[] secret) {
    this.secret = secret.clone();
  }

  Map<String, String> headers(String id, Instant at, byte[] body) {
    String timestamp = Long.toString(at.getEpochSecond());
    return Map.of(
        "webhook-id", id,
        "webhook-timestamp", timestamp,
        "webhook-signature", "v1," + sign(id, timestamp, body));
  }

  /** The message's id, or empty if the signature is missing, wrong, or too old. */
  Optional<String> verifiedId(byte[] body, Map<String, String> headers, Instant now) {
    String id = headers.getOrDefault("webhook-id", "");
    String timestamp = headers.getOrDefault("webhook-timestamp", "");
    String given = headers.getOrDefault("webhook-signature", "");
    if (id.isEmpty() || !timestamp.matches("\\d{1,12}")) {
      return Optional.empty();
    }
    Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
    if (age.compareTo(TOLERANCE) > 0) {
      return Optional.empty();
    }
    byte[] expected = ascii("v1," + sign(id, timestamp, body));
    boolean genuine =
        Stream.of(given.split(" "))
            .anyMatch(signature -> MessageDigest.isEqual(expected, ascii(signature)));
    return genuine ? Optional.of(id) : Optional.empty();
  }

  private String sign(String id, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this Java lacks " + ALGORITHM, impossible);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
