package org.halles.marketplace.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a receiver knows a message of ours by, after the Standard Webhooks specification. */
final class SigningSecret {

  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] key;

  private SigningSecret(byte[] key) {
    this.key = key;
  }

  static SigningSecret fresh() {
    byte[] key = new byte[BYTES];
    RANDOM.nextBytes(key);
    return new SigningSecret(key);
  }

  /** As its owner keeps it: {@code whsec_} and Base64. */
  static SigningSecret of(String text) {
    return new SigningSecret(Base64.getDecoder().decode(text.substring(PREFIX.length())));
  }

  static SigningSecret of(byte[] key) {
    return new SigningSecret(key.clone());
  }

  byte[] key() {
    return key.clone();
  }

  /** As it is shown, once. */
  String text() {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  /**
   * One signature, such as {@code v1,g0hM9SsE...}.
   *
   * @param id the message's
   * @param timestamp seconds since 1970, when it is sent
   * @param body exactly what is sent
   */
  String sign(String id, long timestamp, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] signed = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "SigningSecret[]";
  }
}
