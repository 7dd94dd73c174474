package org.halles.web.onboarding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.halles.marketplace.onboarding.Admission;
import org.halles.marketplace.onboarding.QueuedVendor;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Words;
import org.omnifaces.cdi.Param;

/** Applications: those that wait, longest first, and those that their vendors still work on. */
@Named
@RequestScoped
public class AdmissionDesk {

  private static final String PATH = "/operator/applications";

  /** A queue should be empty within so many days. */
  private static final int TARGET_DAYS = 2;

  @Inject @Param private String show;
  @Inject @Param private String cursor;
  @Inject private Admission admission;
  @Inject private Words words;

  private Page<QueuedVendor> page;

  public boolean isWorking() {
    return "working".equals(show);
  }

  public List<QueuedVendor> getVendors() {
    return page().items();
  }

  /** How long it waits, in words. */
  public String ageOf(Instant since) {
    if (since == null) {
      return "";
    }
    Duration age = Duration.between(since, Instant.now());
    return age.toDays() > 0
        ? words.of("onboarding.age.days", age.toDays())
        : words.of("onboarding.age.hours", age.toHours());
  }

  /** True if it waits longer than it should. */
  public boolean isLate(Instant since) {
    return since != null && Duration.between(since, Instant.now()).toDays() >= TARGET_DAYS;
  }

  public String getNext() {
    return page().next() == null
        ? null
        : Query.of(PATH).with("show", show).with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : Query.of(PATH).with("show", show).toString();
  }

  private Page<QueuedVendor> page() {
    if (page == null) {
      Paging paging = Paging.of(50, cursor);
      page = isWorking() ? admission.inProgress(paging) : admission.waiting(paging);
    }
    return page;
  }
}
