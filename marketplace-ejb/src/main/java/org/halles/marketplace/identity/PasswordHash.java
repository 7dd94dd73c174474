package org.halles.marketplace.identity;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it is kept: PBKDF2 with HMAC-SHA-512, as many rounds as OWASP asks for, its own
 * salt. The rounds are part of the text, so that they can be raised without asking anybody for a
 * new password.
 *
 * @param value {@code pbkdf2-sha512$rounds$salt$hash}
 */
public record PasswordHash(String value) {

  private static final String SCHEME = "pbkdf2-sha512";
  private static final int ROUNDS = 210_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Stands in for the hash of an account that does not exist, so that looking takes as long. */
  static final PasswordHash OF_NOBODY = of(Base64.getEncoder().encodeToString(random(24)));

  /** Hashes a password; takes a tenth of a second on purpose. */
  public static PasswordHash of(String password) {
    byte[] salt = random(SALT_BYTES);
    return new PasswordHash(
        SCHEME + "$" + ROUNDS + "$" + text(salt) + "$" + text(derive(password, salt, ROUNDS)));
  }

  /** True if this is the hash of the password; takes as long as making one. */
  boolean matches(String password) {
    String[] parts = value.split("\\$");
    if (parts.length != 4 || !parts[0].equals(SCHEME)) {
      return false;
    }
    byte[] salt = Base64.getDecoder().decode(parts[2]);
    byte[] expected = Base64.getDecoder().decode(parts[3]);
    return MessageDigest.isEqual(expected, derive(password, salt, Integer.parseInt(parts[1])));
  }

  private static byte[] derive(String password, byte[] salt, int rounds) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BYTES * 8);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    } finally {
      spec.clearPassword();
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Never printed. */
  @Override
  public String toString() {
    return SCHEME;
  }
}
