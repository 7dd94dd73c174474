package org.halles.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proof that a form was made for this session: {@code #{csrf.token}}, sent as {@code csrf}. It is
 * derived from the session's secret, so nothing has to be remembered, on any node.
 */
@Named
@RequestScoped
public class Csrf {

  static final String FIELD = "csrf";

  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] PURPOSE = "halles form".getBytes(StandardCharsets.US_ASCII);

  @Inject private HttpServletRequest request;

  /** The token of this session; empty for a visitor without one. */
  public String getToken() {
    return SessionCookie.read(request).map(Csrf::of).orElse("");
  }

  /** True if the token belongs to the session. */
  static boolean fits(String token, String session) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), of(session).getBytes(StandardCharsets.UTF_8));
  }

  static String of(String session) {
    // an empty cookie is no key, and fits nothing
    byte[] secret = (session.isEmpty() ? "-" : session).getBytes(StandardCharsets.UTF_8);
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
