package org.halles.marketplace.notice;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** Who decided first may not decide about the complaint. */
public final class SamePerson extends Refusal {

  private static final long serialVersionUID = 1L;

  SamePerson() {
    super(
        Kind.FORBIDDEN,
        "same-person",
        "you made the decision that is complained of: another person must decide",
        Map.of());
  }
}
