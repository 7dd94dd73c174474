package org.halles.api;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** Somebody edited the thing since the caller read it. */
public final class Stale extends Refusal {

  private static final long serialVersionUID = 1L;

  public Stale() {
    super(
        Kind.STALE,
        "edited-meanwhile",
        "somebody changed this since you read it: read it again and repeat your change",
        Map.of());
  }
}
