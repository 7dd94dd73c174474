package org.halles.marketplace.moderation;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** Another moderator works on it. */
public final class TakenByAnother extends Refusal {

  private static final long serialVersionUID = 1L;

  TakenByAnother(CaseView taken) {
    super(
        Kind.CONFLICT,
        "taken-by-another",
        taken.assignee() + " works on this one: take another, or ask for it",
        Map.of("assignee", String.valueOf(taken.assignee())));
  }
}
