package org.halles.marketplace.identity;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** The password was right; a code of the telephone is needed too. */
public final class SecondFactorNeeded extends Refusal {

  private static final long serialVersionUID = 1L;

  private final String challenge;

  SecondFactorNeeded(String challenge) {
    super(
        Kind.UNAUTHENTICATED,
        "second-factor-needed",
        "this account signs in with a code of a telephone too: send 'challenge' and 'code'",
        Map.of("challenge", challenge));
    this.challenge = challenge;
  }

  /** Proves for some minutes that the password was right. */
  public String challenge() {
    return challenge;
  }
}
