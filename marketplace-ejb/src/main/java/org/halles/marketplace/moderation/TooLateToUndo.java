package org.halles.marketplace.moderation;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** The vendor has been told: decide anew instead. */
public final class TooLateToUndo extends Refusal {

  private static final long serialVersionUID = 1L;

  TooLateToUndo() {
    super(
        Kind.CONFLICT,
        "too-late-to-undo",
        "a decision can be undone for "
            + Decisions.UNDO.toSeconds()
            + " seconds, once, by whoever made it: decide anew instead",
        Map.of());
  }
}
