package org.halles.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.review.Answering;
import org.halles.marketplace.review.Rating;
import org.halles.marketplace.review.ReviewView;
import org.halles.marketplace.review.Reviews;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.halles.web.vendor.Desk;
import org.omnifaces.cdi.Param;

/** What buyers say of a vendor, and where it answers them. */
@Named
@RequestScoped
public class VendorReviews {

  private static final String UNANSWERED = "unanswered";

  @Inject @Param private String cursor;
  @Inject @Param private String show;
  @Inject private Desk desk;
  @Inject private Answering answering;
  @Inject private Reviews reviews;
  @Inject private Say say;

  private final Map<UUID, String> answers = new HashMap<>();
  private Page<ReviewView> page;
  private Rating rating;

  public Rating getRating() {
    if (rating == null) {
      rating = reviews.ratingOfVendor(desk.scope().vendorId());
    }
    return rating;
  }

  /** True if only those are shown that wait for an answer. */
  public boolean isUnanswered() {
    return UNANSWERED.equals(show);
  }

  public List<ReviewView> getItems() {
    return page().items();
  }

  /** What is typed, by review. */
  public Map<UUID, String> getAnswers() {
    return answers;
  }

  public void answer(UUID review) {
    if (say.trying(() -> answering.answer(desk.scope(), review, answers.get(review)))) {
      say.done("reviews.answered");
      answers.remove(review);
      page = null;
    }
  }

  public String getNext() {
    return page().next() == null ? null : here().with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : here().toString();
  }

  private Query here() {
    return Query.of(desk.getPath() + "/reviews").with("show", isUnanswered() ? UNANSWERED : null);
  }

  private Page<ReviewView> page() {
    if (page == null) {
      page = answering.list(desk.scope(), isUnanswered(), Paging.of(null, cursor));
    }
    return page;
  }
}
