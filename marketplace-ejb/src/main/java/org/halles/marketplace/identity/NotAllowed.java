package org.halles.marketplace.identity;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** The caller may not do this: sign in first, or ask somebody with the role. */
public final class NotAllowed extends Refusal {

  private static final long serialVersionUID = 1L;

  private NotAllowed(Kind kind, String code, String message) {
    super(kind, code, message, Map.of());
  }

  /** Nobody is signed in. */
  public static NotAllowed signInFirst() {
    return new NotAllowed(Kind.UNAUTHENTICATED, "sign-in-required", "sign in first");
  }

  /** Signed in, without the role. */
  public static NotAllowed missingRole(String roles) {
    return new NotAllowed(Kind.FORBIDDEN, "not-allowed", "this needs the role " + roles);
  }
}
