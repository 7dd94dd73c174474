package org.halles.marketplace.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** Makes the ids of things. */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** A UUIDv7 (RFC 9562): sorts by time, so that inserts go to the end of an index. */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }

  /** A random UUIDv4 whose knowledge is a permission, such as a cart's id. */
  public static UUID capability() {
    return UUID.randomUUID();
  }

  /** 160 random bits in URL-safe letters, for tokens and access keys. */
  public static String secret() {
    byte[] bytes = new byte[20];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
