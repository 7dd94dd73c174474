package org.halles.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.review.Hiding;
import org.halles.marketplace.review.ReviewSort;
import org.halles.marketplace.review.ReviewView;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.halles.web.ui.Sorts;
import org.omnifaces.cdi.Param;

/** Where operators hide what must not be said, and show it again. */
@Named
@RequestScoped
public class ReviewDesk {

  private static final String PATH = "/operator/reviews";
  private static final String HIDDEN = "hidden";

  @Inject @Param private String cursor;
  @Inject @Param private String show;
  @Inject @Param private String sort;

  @Inject
  @Param(name = "review")
  private UUID wanted;

  @Inject private Hiding hiding;
  @Inject private Say say;

  private final Map<UUID, String> reasons = new HashMap<>();
  private Page<ReviewView> page;

  public boolean isHiddenShown() {
    return HIDDEN.equals(show);
  }

  /** True if the page is about one review, which somebody reported. */
  public boolean isOne() {
    return wanted != null;
  }

  public List<ReviewView> getItems() {
    return page().items();
  }

  /** Why it is hidden, as typed, by review. */
  public Map<UUID, String> getReasons() {
    return reasons;
  }

  public void hide(UUID review) {
    if (say.trying(() -> hiding.hide(review, reasons.get(review)))) {
      say.done("reviews.is-hidden");
      reasons.remove(review);
      page = null;
    }
  }

  public void show(UUID review) {
    if (say.trying(() -> hiding.show(review))) {
      say.done("reviews.is-shown");
      page = null;
    }
  }

  public String getNext() {
    return page().next() == null
        ? null
        : getSorts().address().with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : getSorts().address().toString();
  }

  /** How they are sorted. */
  public Sorts<ReviewSort> getSorts() {
    return Sorts.of(ReviewSort.class, sort, ReviewSort.NEWEST, this::here);
  }

  private Query here() {
    return Query.of(PATH).with("show", isHiddenShown() ? HIDDEN : null);
  }

  private Page<ReviewView> page() {
    if (page == null) {
      page =
          isOne()
              ? new Page<>(List.of(hiding.get(wanted)), null)
              : hiding.list(isHiddenShown(), getSorts().getChosen(), Paging.of(null, cursor));
    }
    return page;
  }
}
