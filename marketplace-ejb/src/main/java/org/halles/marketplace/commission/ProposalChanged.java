package org.halles.marketplace.commission;

import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Refusal;

/** A proposal does not say any more what the operator read. */
public final class ProposalChanged extends Refusal {

  private static final long serialVersionUID = 1L;

  ProposalChanged(UUID id, String read, String now) {
    super(
        Kind.CONFLICT,
        "proposal-changed",
        "proposal " + id + " has the content " + now + " and not " + read + ": read it again",
        Map.of("contentHash", now));
  }
}
