package org.halles.marketplace.onboarding;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.halles.marketplace.shared.Refusal;

/** The checklist cannot be handed in: steps are left, or it was handed in already. */
public final class NotReady extends Refusal {

  private static final long serialVersionUID = 1L;

  NotReady(ChecklistView checklist) {
    super(
        Kind.UNPROCESSABLE,
        left(checklist).isEmpty() ? "already-submitted" : "checklist-incomplete",
        left(checklist).isEmpty()
            ? "the application was handed in already, or decided"
            : "the checklist is not complete: "
                + left(checklist).stream()
                    .map(step -> step.title().in("en"))
                    .collect(Collectors.joining(", ")),
        Map.of("missing", left(checklist).stream().map(ChecklistStep::type).toList()));
  }

  private static List<ChecklistStep> left(ChecklistView checklist) {
    return checklist.steps().stream()
        .filter(step -> step.gatesSelling() && !step.isOver())
        .toList();
  }
}
