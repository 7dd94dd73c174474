package org.halles.marketplace.reconciliation;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** Nobody settles a difference alone. */
public final class SecondPersonMustAgree extends Refusal {

  private static final long serialVersionUID = 1L;

  SecondPersonMustAgree() {
    super(
        Kind.FORBIDDEN,
        "second-person-must-agree",
        "you proposed this: ask another person with the finance role to agree",
        Map.of());
  }
}
