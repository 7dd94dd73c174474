package org.halles.marketplace.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.halles.marketplace.shared.Ids;

/** How a token looks, and what is kept of it. */
final class TokenSecret {

  /** So that a leaked one is recognised by whoever scans for secrets. */
  private static final String PREFIX = "halles_";

  private static final Pattern SHAPE = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{27}");

  private TokenSecret() {}

  static String next() {
    return PREFIX + Ids.secret();
  }

  static boolean looksLikeOne(String text) {
    return text != null && SHAPE.matcher(text).matches();
  }

  /** A plain hash is enough: the secret has 160 random bits. */
  static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Roles as the query joins them. */
  static Set<Role> roles(String joined) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (joined != null) {
      Arrays.stream(joined.split(" ")).map(Role::valueOf).forEach(roles::add);
    }
    return roles;
  }
}
