package org.halles.web.onboarding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.halles.marketplace.onboarding.ChecklistStep;
import org.halles.marketplace.onboarding.ChecklistView;
import org.halles.marketplace.onboarding.Completing;
import org.halles.web.ui.Say;
import org.halles.web.vendor.Desk;

/**
 * The vendor's checklist: what is done, what is missing and why, and the button that hands it in.
 */
@Named
@RequestScoped
public class ChecklistDesk {

  @Inject private Desk desk;
  @Inject private Completing completing;
  @Inject private Say say;

  private ChecklistView checklist;

  public ChecklistView getChecklist() {
    if (checklist == null) {
      checklist = completing.view(desk.scope());
    }
    return checklist;
  }

  /** Where a step is done. */
  public String hrefOf(ChecklistStep step) {
    return switch (step.place()) {
      case "storefront" -> desk.getPath() + "/storefront";
      case "listings" -> desk.getPath() + "/listings";
      default -> desk.getPath() + "/checklist/" + step.requirementId();
    };
  }

  /** Hands the checklist in. */
  public void submit() {
    if (say.trying(() -> checklist = completing.submit(desk.scope()))) {
      say.done("onboarding.submitted");
    }
  }
}
