package org.halles.marketplace.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change every thirty seconds (RFC 6238, SHA-1, six digits: what all telephones know).
 */
final class OneTimePassword {

  static final Duration STEP = Duration.ofSeconds(30);
  private static final int SECRET_BYTES = 20;

  /** A telephone's clock may be this many steps off. */
  private static final int TOLERANCE = 1;

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final TimeBasedOneTimePasswordGenerator CODES =
      new TimeBasedOneTimePasswordGenerator(STEP);

  private OneTimePassword() {}

  static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  static String at(byte[] secret, Instant when) {
    try {
      return CODES.generateOneTimePasswordString(
          new SecretKeySpec(secret, CODES.getAlgorithm()), when);
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The step whose code this is, if it is one of now and later than the last that was used. */
  static OptionalLong stepOf(byte[] secret, String code, Instant now, long lastStep) {
    long current = now.getEpochSecond() / STEP.toSeconds();
    OptionalLong found = OptionalLong.empty();
    for (long step = current - TOLERANCE; step <= current + TOLERANCE; step++) {
      String expected = at(secret, Instant.ofEpochSecond(step * STEP.toSeconds()));
      if (MessageDigest.isEqual(expected.getBytes(UTF_8), code.getBytes(UTF_8))
          && step > lastStep) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** RFC 4648, without padding, as people type it into a telephone. */
  static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte one : bytes) {
      buffer = buffer << 8 | one & 0xFF;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt(buffer >> bits & 31));
      }
    }
    return bits == 0
        ? text.toString()
        : text.append(BASE32.charAt(buffer << 5 - bits & 31)).toString();
  }
}
